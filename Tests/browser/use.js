// Searches, filters and sorts as a reader does, and looks at what comes of it.
(() => {
  const wrong = [];
  const expect = (isTrue, text) => { if (!isTrue) wrong.push(text); };
  const shown = (items) => items.filter((item) => !item.classList.contains("away"));
  const latin = (text) => [...text].map((sign) => { const digit = "๐๑๒๓๔๕๖๗๘๙".indexOf(sign); return digit < 0 ? sign : String(digit); }).join("").replace(/,/g, "");
  const number = (cell) => { const found = latin(cell.textContent).replace("−", "-").match(/[+-]?\d+(\.\d+)?/g); return found && Number(cell.textContent.includes(":") ? found.at(-1) : found[0]); };
  let searched = 0, filtered = 0, sorted = 0;
  for (const tools of document.querySelectorAll(".tools")) {
    const list = tools.nextElementSibling, table = list.querySelector(":scope > table");
    const items = [...(table ? table.tBodies[0].rows : list.querySelectorAll(".match"))].filter((item) => !table || !item.className);
    const field = tools.querySelector("input"), status = tools.querySelector("[role=status]");
    const tell = (element, value) => { element.value = value; element.dispatchEvent(new Event("input", { bubbles: true })); };
    expect(latin(status.textContent).includes(String(items.length)), "the line does not count all: " + status.textContent);
    const word = items[3].textContent.trim().split(/\s+/)[0];
    tell(field, word);
    expect(shown(items).includes(items[3]) && shown(items).every((item) => item.textContent.includes(word)), "search shows others");
    expect(latin(status.textContent).includes(String(shown(items).length)), "the line counts wrongly: " + status.textContent);
    tell(field, "there is no such row");
    expect(shown(items).length === 0 && latin(status.textContent).includes("0"), "search shows what is not there");
    expect(items.every((item) => getComputedStyle(item).display === "none"), "a row that was not found is seen");
    tell(field, "");
    expect(shown(items).length === items.length, "an emptied search hides rows");
    searched += 1;
    for (const choice of tools.querySelectorAll("select")) {
      const kind = choice.options[1].value;
      tell(choice, kind);
      expect(0 < shown(items).length && shown(items).length < items.length, "a filter shows all or nothing: " + kind);
      expect(shown(items).every((item) => [...item.cells].some((cell) => cell.textContent === kind)), "a filter shows others: " + kind);
      tell(choice, "");
      filtered += 1;
    }
    if (!table) continue;
    const rows = () => [...table.tBodies[0].rows], before = rows(), totals = before.filter((row) => row.className);
    const buttons = [...table.querySelectorAll("button.sort")];
    for (const button of [buttons[0], buttons.at(-1)].filter(Boolean)) {
      const head = button.closest("th"), isLast = button === buttons.at(-1);
      for (const way of ["ascending", "descending"]) {
        button.click();
        expect(head.ariaSort === way, "aria-sort is " + head.ariaSort);
        expect(rows().slice(-totals.length || rows().length).filter((row) => row.className).length === totals.length, "a total left its place");
        const values = rows().filter((row) => !row.className).map((row) => row.cells[row.cells.length - 1]);
        if (!isLast || values[0].tagName !== "TD") continue;
        const numbers = values.map(number), known = numbers.filter((value) => value !== null);
        expect(numbers.slice(known.length).every((value) => value === null), "what has no number does not stand last");
        expect(known.every((value, index) => !index || (way === "ascending" ? known[index - 1] <= value : known[index - 1] >= value)), `not ${way}`);
      }
      button.click();
      expect(head.ariaSort === "none" && rows().every((row, index) => row === before[index]), "the first order does not come back");
      sorted += 1;
    }
  }
  const colours = document.querySelector(".colours"), ground = () => getComputedStyle(document.body).backgroundColor, first = ground();
  colours.click();
  expect(ground() !== first, "the switch of colours changes nothing");
  colours.click();
  expect(ground() === first, "the switch of colours does not go back");
  return { wrong, searched, filtered, sorted };
})()
