// Sorts a table by the column whose header is pressed; pressed again, the other way round.
for (const button of document.querySelectorAll("table.sortable th button")) {
  button.addEventListener("click", () => {
    const header = button.closest("th");
    const row = header.parentNode;
    const nth = [...row.children].indexOf(header);
    const down = header.getAttribute("aria-sort") === "ascending";
    for (const other of row.children) other.removeAttribute("aria-sort");
    header.setAttribute("aria-sort", down ? "descending" : "ascending");
    const body = header.closest("table").tBodies[0];
    const value = (line) => {
      const cell = line.children[nth];
      if (!("value" in cell.dataset)) return cell.textContent;
      return cell.dataset.value === "" ? -Infinity : Number(cell.dataset.value);
    };
    const compare = (a, b) =>
      typeof a === "number" ? (a < b ? -1 : Number(a > b)) : a.localeCompare(b, "en", { numeric: true });
    const lines = [...body.rows].sort((a, b) => compare(value(a), value(b)));
    if (down) lines.reverse();
    body.append(...lines);
  });
}
