"use strict";
(() => {
  const data = JSON.parse(document.getElementById("taiyaku-preview-data").textContent);
  const words = data.words;
  const SIGNS = { error: "✕", warning: "▲", note: "●", untranslated: "○", outdated: "◐", doubted: "◇" };

  // Everything is made of text: nothing that the data says becomes an element.
  const make = (tag, attributes, ...children) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (typeof value === "function") element.addEventListener(name, value);
      else if (value !== "" && value !== false) element.setAttribute(name, value);
    }
    element.append(...children.filter(Boolean));
    return element;
  };
  const named = (name, more = "") => `taiyaku-preview-${name} ${more}`.trim();
  const lineOf = (passage) => words.line.replace("{number}", passage.line);

  // Where a passage stands on the page. What is told of it goes below: below the row, the table, or the text itself.

  const elementsOf = (index) => [...document.getElementsByClassName(`taiyaku-passage-${index}`)];
  const passagesOf = (element) =>
    [...element.classList]
      .filter((name) => /^taiyaku-passage-\d+$/.test(name))
      .map((name) => data.passages[Number(name.slice("taiyaku-passage-".length))])
      .filter(Boolean);
  const holderOf = (element) => element.closest(".pair") ?? element.closest("table") ?? element;

  const below = (element, added) => {
    let last = holderOf(element);
    while (last.nextElementSibling?.classList.contains("taiyaku-preview-below")) last = last.nextElementSibling;
    last.after(added);
  };

  // Findings

  const finding = (told) =>
    make(
      "li",
      { class: named(told.severity) },
      make("strong", {}, make("span", { "aria-hidden": "true" }, told.sign), ` ${told.word}`),
      ` ${told.message} `,
      make("code", {}, told.check),
      " ",
      make("code", {}, told.fingerprint),
    );

  const findings = (passage) =>
    make(
      "ul",
      { class: named("findings", "taiyaku-preview-below"), lang: data.language, "aria-label": lineOf(passage) },
      ...passage.findings.map(finding),
    );

  // Places

  const open = async (passage, place, note) => {
    const body = JSON.stringify({ slug: data.slug, locale: place.locale, passage: passage.index });
    const headers = { "Content-Type": "application/json", "X-Taiyaku-Token": data.token };
    const done = await fetch("/_preview/open", { method: "POST", headers, body }).catch(() => null);
    note.textContent = done?.ok ? "" : words.failed;
  };

  const way = (passage, place) => {
    const note = make("span", { role: "status" });
    const file = make("code", {}, place.text);
    const editor = data.opens
      ? make("button", { type: "button", click: () => open(passage, place, note) }, words.open)
      : null;
    return make(
      "li",
      { "data-locale": place.locale },
      `${place.label} `,
      place.href && !data.opens ? make("a", { href: place.href }, file) : file,
      " ",
      editor,
      place.weblate && make("a", { href: place.weblate, target: "_blank", rel: "noreferrer" }, "Weblate"),
      " ",
      note,
    );
  };

  let panel = null;
  const close = () => {
    if (!panel) return;
    panel.from.removeAttribute("aria-expanded");
    panel.element.remove();
    if (panel.element.contains(document.activeElement) || document.activeElement === document.body) panel.from.focus();
    panel = null;
  };

  const show = (from, passages, put) => {
    const again = panel?.from === from;
    close();
    if (again || !passages.length) return;
    const element = make(
      "section",
      { class: named("panel", "taiyaku-preview-below"), lang: data.language, "aria-label": lineOf(passages[0]) },
      ...passages.map((passage) =>
        make(
          "div",
          {},
          make("strong", {}, lineOf(passage), passage.state && ` · ${passage.state}`),
          make("ul", {}, ...passage.places.map((place) => way(passage, place))),
        ),
      ),
      make("button", { type: "button", class: named("close"), click: close, "aria-label": words.close }, "×"),
    );
    panel = { element, from };
    put(element);
    element.scrollIntoView({ block: "nearest" });
  };

  const asks = (event) => {
    if (event.target.closest("a, button, input, summary, label, audio, video, [class^=taiyaku-preview]")) return;
    const element = event.target.closest(".taiyaku-preview-passage");
    if (!element || !(getSelection()?.isCollapsed ?? true)) return;
    show(element, passagesOf(element), (added) => below(element, added));
  };

  document.addEventListener("click", asks);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
    else if (event.key === "Enter" && event.target.classList?.contains("taiyaku-preview-passage")) asks(event);
  });

  // The bar at the foot: how many of each, and the way to them.

  const jump = (passage, element) =>
    make(
      "button",
      {
        type: "button",
        "aria-label": lineOf(passage),
        click: () => {
          element.scrollIntoView({ block: "center" });
          element.focus({ preventScroll: true });
        },
      },
      String(passage.line),
    );

  const group = (kind, count, jumps) =>
    make(
      "span",
      { class: named("group", named(kind)) },
      make("strong", {}, make("span", { "aria-hidden": "true" }, SIGNS[kind]), ` ${words[kind]} ${count} `),
      ...jumps.slice(0, 20),
      jumps.length > 20 && "…",
    );

  const places = new Map();
  const hidden = [];
  for (const passage of data.passages) {
    const elements = elementsOf(passage.index);
    for (const element of elements) {
      element.classList.add("taiyaku-preview-passage");
      element.tabIndex = 0;
      if (passage.mark && !element.closest("table")) element.title = passage.state;
    }
    if (elements.length) places.set(passage.index, elements.at(-1));
    else if (passage.findings.length || passage.mark) hidden.push(passage);
    if (elements.length && passage.findings.length) below(elements.at(-1), findings(passage));
  }

  const groups = [];
  for (const severity of ["error", "warning", "note"]) {
    const having = data.passages.filter((passage) => passage.findings.some((told) => told.severity === severity));
    const count = having.flatMap((passage) => passage.findings).filter((told) => told.severity === severity).length;
    const shown = having.filter((passage) => places.has(passage.index));
    if (count) groups.push(group(severity, count, shown.map((passage) => jump(passage, places.get(passage.index)))));
  }
  for (const mark of ["untranslated", "outdated", "doubted"]) {
    const having = data.passages.filter((passage) => passage.mark === mark);
    const shown = having.filter((passage) => places.has(passage.index));
    if (having.length)
      groups.push(group(mark, having.length, shown.map((passage) => jump(passage, places.get(passage.index)))));
  }
  if (data.path && !groups.length) groups.push(make("span", {}, words.nothing));

  const asked = (passage) => {
    const button = make("button", { type: "button" }, lineOf(passage));
    button.addEventListener("click", () => show(button, [passage], (added) => item.append(added)));
    const item = make("li", {}, button, passage.state && ` ${passage.state}`);
    if (passage.findings.length) item.append(make("ul", {}, ...passage.findings.map(finding)));
    return item;
  };

  const bar = make(
    "aside",
    { class: named("bar"), lang: data.language, "aria-label": words.preview },
    data.old && make("p", { role: "alert" }, words.old),
    data.problems.length > 0 &&
      make(
        "ul",
        { class: named("problems"), role: data.old ? "alert" : "" },
        ...data.problems.map((problem) => make("li", { class: named(problem.severity) }, problem.text)),
      ),
    make("p", { title: data.path && words.hint }, make("strong", {}, words.preview), data.path && ` ${data.path} `, ...groups),
    hidden.length > 0 && make("details", {}, make("summary", {}, `${words.hidden} ${hidden.length}`), make("ul", {}, ...hidden.map(asked))),
  );
  document.body.append(bar);

  // News: the page that is looked at waits for them; one in the background asks when it is looked at again.

  const away = make("p", { class: named("away"), role: "status" });
  bar.prepend(away);
  let news = null;
  const listen = () => {
    if (news || document.hidden) return;
    const query = new URLSearchParams({ page: decodeURIComponent(location.pathname), version: data.version });
    news = new EventSource(`/_preview/events?${query}`);
    news.onmessage = () => {
      news.close();
      location.reload();
    };
    news.onopen = () => away.replaceChildren();
    news.onerror = () => away.replaceChildren(words.away);
  };
  const rest = () => {
    news?.close();
    news = null;
  };
  document.addEventListener("visibilitychange", () => (document.hidden ? rest() : listen()));
  addEventListener("pagehide", rest);
  listen();
})();
