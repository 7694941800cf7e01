// What a page must be for everyone who reads it; gives a list of sentences, empty when all is well.
(() => {
  const wrong = [];
  const all = (selector) => [...document.querySelectorAll(selector)];
  const say = (text, element) => wrong.push(text + (element ? ": " + element.outerHTML.slice(0, 120) : ""));
  const isShown = (element) => element.checkVisibility({ visibilityProperty: true });
  if (!/^(th|en)$/.test(document.documentElement.lang)) say("no lang");
  if (!document.title.trim()) say("no title");
  for (const part of ["header", "main", "nav", "footer"]) if (all("body > " + part).length !== 1) say("expected one landmark " + part);
  if (all("h1").length !== 1) say("expected one h1");
  let level = 0;
  for (const heading of all("h1,h2,h3,h4,h5,h6")) {
    const next = Number(heading.tagName[1]);
    if (next > level + 1) say(`h${next} after h${level}`, heading);
    level = next;
  }
  const ids = all("[id]").map((element) => element.id);
  for (const id of new Set(ids.filter((id, index) => ids.indexOf(id) !== index))) say("id twice: " + id);
  for (const list of ["aria-labelledby", "aria-describedby"])
    for (const element of all(`[${list}]`))
      for (const id of element.getAttribute(list).split(/\s+/)) if (!document.getElementById(id)) say("names no element " + id, element);
  for (const link of all("a[href^='#']")) if (!document.getElementById(link.hash.slice(1))) say("leads nowhere", link);
  for (const image of all("img:not([alt])")) say("no text alternative", image);
  for (const picture of all("svg:not([aria-hidden=true])"))
    if (picture.getAttribute("role") !== "img" || !(picture.ariaLabel || picture.getAttribute("aria-labelledby") || picture.querySelector("title"))) say("no text alternative", picture);
  for (const picture of all(".chart svg").filter(isShown)) {
    const box = picture.getBoundingClientRect(), texts = [...picture.querySelectorAll("text")].map((text) => [text, text.getBoundingClientRect()]);
    texts.forEach(([text, one], index) => {
      if (one.left < box.left - 2 || one.right > box.right + 2) say("reaches out of its picture", text);
      for (const [other, two] of texts.slice(index + 1))
        if (Math.min(one.right, two.right) - Math.max(one.left, two.left) > 2 && Math.min(one.bottom, two.bottom) - Math.max(one.top, two.top) > 8)
          say("is written over '" + other.textContent + "'", text);
    });
  }
  for (const field of all("input,select,textarea"))
    if (!field.ariaLabel && ![...field.labels].some((label) => label.textContent.trim())) say("no label", field);
  for (const table of all("table")) {
    if (!table.querySelector("th")) say("a table without headings", table);
    for (const head of table.querySelectorAll("th:not([scope])")) say("a heading without scope", head);
  }
  for (const element of all("[style],[onclick]")) if (!element.matches("html")) say("a style or a handler in an attribute", element);
  if (document.documentElement.scrollWidth > innerWidth) {
    say(`the page is ${document.documentElement.scrollWidth} px wide in ${innerWidth}`);
    for (const element of all("body *")) {
      if (element.getBoundingClientRect().right > innerWidth + 1 && !element.closest(".scroll, nav ul")) { say("reaches out", element); break; }
    }
  }

  // WCAG 2.2: relative luminance of the colour of type and of the ground that it stands on.
  const parts = (colour) => (colour.match(/[\d.]+/g) ?? []).map(Number);
  const light = (colour) => parts(colour).slice(0, 3).map((part) => part / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
    .reduce((sum, part, index) => sum + part * [0.2126, 0.7152, 0.0722][index], 0);
  const ground = (element) => {
    for (let each = element; each; each = each.parentElement) {
      const colour = getComputedStyle(each).backgroundColor;
      if ((parts(colour)[3] ?? 1) === 1 && parts(colour).length) return colour;
    }
    return "rgb(255,255,255)";
  };
  // Elements of the same names and classes, up to the body, look the same.
  const looks = new Map([[document.body, ""]]);
  const look = (element) => {
    if (!looks.has(element)) looks.set(element, look(element.parentElement) + ">" + element.tagName + "." + (element.getAttribute("class") ?? ""));
    return looks.get(element);
  };
  const seen = new Set();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || seen.has(look(element)) || element.matches("script,option") || !isShown(element)) continue;
    seen.add(look(element));
    const style = getComputedStyle(element), pair = [light(style.color), light(ground(element))];
    const contrast = (Math.max(...pair) + 0.05) / (Math.min(...pair) + 0.05);
    const size = parseFloat(style.fontSize), isLarge = size >= 24 || (size >= 18.66 && style.fontWeight >= 700);
    if (contrast < (isLarge ? 3 : 4.5)) { say(`contrast ${contrast.toFixed(2)}`, element); if (wrong.length > 20) break; }
  }
  return wrong;
})()
