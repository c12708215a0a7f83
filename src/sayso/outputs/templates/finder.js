// Narrows the list of claims by voice, place, day and words; without scripts the whole list stands there.
const finder = document.getElementById("finder");
const claims = [...document.querySelectorAll(".claim")];
const fits = (claim, asked) =>
  (!asked.voice || claim.dataset.voice.includes(` ${asked.voice} `)) &&
  (!asked.place || claim.dataset.place.includes(` ${asked.place} `)) &&
  (!asked.since || (claim.dataset.last ?? "") >= asked.since) &&
  (!asked.until || (claim.dataset.first && claim.dataset.first <= asked.until)) &&
  (!asked.words || claim.textContent.toLowerCase().includes(asked.words.toLowerCase()));
function find() {
  const asked = Object.fromEntries(new FormData(finder));
  let shown = 0;
  for (const claim of claims) {
    claim.hidden = !fits(claim, asked);
    shown += claim.hidden ? 0 : 1;
  }
  finder.elements.shown.value = `${shown.toLocaleString("en")} of ${claims.length.toLocaleString("en")} claims`;
}
finder.hidden = false;
finder.addEventListener("input", find);
finder.addEventListener("submit", (event) => event.preventDefault());
finder.addEventListener("reset", () => setTimeout(find));
// A note that leads to a claim which the filter hides shows all again.
window.addEventListener("hashchange", () => {
  const wanted = document.getElementById(location.hash.slice(1))?.closest(".claim");
  if (!wanted?.hidden) return;
  finder.reset();
  setTimeout(() => wanted.scrollIntoView());
});
find();
