// What scripts add to pages that work without them: keys, the evidence drawer, selecting words, copying a footnote.

const drawer = document.getElementById("drawer");
const body = document.getElementById("drawer-body");
const page = document.getElementById("drawer-page");
const quick = document.getElementById("quick");
const here = cleanAddress();

// What was just decided is told once, not each time the page is loaded again or gone back to.
function cleanAddress() {
  const address = new URL(location.href);
  address.searchParams.delete("done");
  if (address.href !== location.href) history.replaceState(history.state, "", address);
  return address.pathname + address.search;
}

// The items of a page that can be seen.
const items = () => [...document.querySelectorAll("#main [data-item]")].filter((item) => item.checkVisibility());
const current = () => document.activeElement?.closest?.("#main [data-item]") ?? null;
const isTyping = (target) => target.closest?.("input, textarea, select, [contenteditable]") !== null;

function focusItem(item) {
  if (!item) return;
  item.focus({ preventScroll: true });
  item.scrollIntoView({ block: "nearest" });
}

function step(by) {
  const all = items();
  const now = current();
  const next = now ? all.indexOf(now) + by : by > 0 ? firstVisible(all) : -1;
  focusItem(all[Math.min(Math.max(next, 0), all.length - 1)]);
}

function firstVisible(all) {
  const found = all.findIndex((item) => item.getBoundingClientRect().bottom > 0);
  return found < 0 ? 0 : found;
}

// The drawer: the page of a claim, shown beside the list it was opened from. Its address is in the address bar.
let opener = null;

async function openDrawer(address) {
  const asked = new URL(address, location.href);
  asked.searchParams.set("part", "drawer");
  asked.hash = "";
  let answer;
  try {
    answer = await fetch(asked, { credentials: "same-origin" });
  } catch {
    location.href = address;
    return;
  }
  if (!answer.ok) {
    location.href = address;
    return;
  }
  const parsed = new DOMParser().parseFromString(await answer.text(), "text/html");
  body.replaceChildren(...parsed.querySelector("main").childNodes);
  // What is decided in the drawer leads back to the list.
  for (const back of body.querySelectorAll("input[name=back]")) back.value = here + anchorOf(opener);
  page.href = address;
  enhance(body);
  if (!drawer.open) {
    drawer.showModal();
    history.pushState({ drawer: true }, "", address);
  } else {
    history.replaceState({ drawer: true }, "", address);
  }
  drawer.scrollTop = 0;
}

const anchorOf = (item) => (item?.id ? `#${item.id}` : "");

function closeDrawer() {
  if (!drawer.open) return;
  drawer.close();
}

drawer?.addEventListener("close", () => {
  body.replaceChildren();
  if (history.state?.drawer) history.back();
  focusItem(opener);
});
drawer?.addEventListener("click", (event) => {
  if (event.target === drawer) closeDrawer();
});
document.getElementById("drawer-close")?.addEventListener("click", closeDrawer);
addEventListener("popstate", () => {
  if (drawer.open) drawer.close();
});

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-drawer]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
  event.preventDefault();
  if (!drawer.contains(link)) opener = link.closest("[data-item]");
  openDrawer(link.getAttribute("href"));
});

// On the map a place opens beside it, at an address of its own.
async function openSide(address) {
  const side = document.getElementById("map-side");
  const answer = await fetch(address, { credentials: "same-origin" }).catch(() => null);
  if (!side || !answer?.ok) {
    location.href = address;
    return;
  }
  const parsed = new DOMParser().parseFromString(await answer.text(), "text/html");
  side.replaceChildren(...parsed.getElementById("map-side").childNodes);
  enhance(side);
  history.replaceState(history.state, "", address);
  side.querySelector("#place, [data-item]")?.focus({ preventScroll: true });
  // A place may be chosen from the lists below the map.
  const { top } = side.getBoundingClientRect();
  if (top < 0 || top > innerHeight) side.scrollIntoView();
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("a.spot, a[data-side]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
  event.preventDefault();
  openSide(link.getAttribute("href"));
});

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-footnote]");
  if (button) copyFootnote(button);
});

// Judging with one key: the hidden form of the page, filled and sent as a form is.
function claimInView() {
  if (drawer.open) return body.querySelector("[data-claim]");
  return current() ?? document.querySelector("#main .evidence[data-claim]");
}

function send(fields) {
  const item = drawer.open ? opener : current();
  const all = items();
  const at = all.indexOf(item);
  // What is rejected leaves every list, what is accepted leaves the queue: the next one is judged next.
  const leaves = fields.action === "reject" || (fields.action === "accept" && document.body.dataset.section === "/queue");
  const goOn = leaves && at >= 0 ? (all[at + 1] ?? all[at - 1]) : item;
  quick.elements.back.value = here + (fields.action === "undo" ? "" : anchorOf(goOn));
  for (const [name, value] of Object.entries(fields)) quick.elements[name].value = value;
  for (const name of ["claim", "judgement"]) quick.elements[name].disabled = !fields[name];
  quick.submit();
}

function judge(action) {
  const claim = claimInView()?.dataset.claim;
  if (claim) send({ action, claim });
}

async function edit() {
  const item = claimInView();
  if (!item?.dataset.claim) return;
  const form = () => (drawer.open ? body : document).querySelector("#edit");
  if (!drawer.open && !form()) {
    opener = item;
    await openDrawer(`/claim/${item.dataset.claim}`);
  }
  const found = form();
  if (!found) return;
  found.open = true;
  found.querySelector("input:not([type=hidden]), select")?.focus();
}

// Adding a claim: the selected words as offsets into the text, which the server checks.
function addClaim() {
  const text = document.getElementById("text");
  if (!text) return;
  const words = String(getSelection()).trim();
  if (words) {
    location.href = `/document/${text.dataset.document}/add?${new URLSearchParams({ quote: words })}`;
    return;
  }
  const area = document.querySelector("textarea[name=quote]");
  area?.closest("details")?.setAttribute("open", "");
  area?.focus();
}

async function copy(button) {
  const place = document.getElementById(button.dataset.copy);
  await copyWords(button, place?.textContent.trim() ?? "", () => {
    getSelection().selectAllChildren(place);
    return "Selected: copy it with Ctrl-C";
  });
}

// In a list the footnote is that of the claim's page, which has its title and address.
async function copyFootnote(button) {
  const address = `/claim/${button.dataset.footnote}`;
  const answer = await fetch(`${address}?part=drawer`, { credentials: "same-origin" }).catch(() => null);
  const parsed = new DOMParser().parseFromString(answer?.ok ? await answer.text() : "", "text/html");
  const words = parsed.getElementById("footnote")?.textContent.trim() ?? "";
  await copyWords(button, words, () => {
    location.href = address;
    return "Copy it on its page";
  });
}

async function copyWords(button, words, otherwise) {
  const said = button.textContent;
  try {
    if (!words) throw new Error("no words");
    await navigator.clipboard.writeText(words);
    button.textContent = "Copied";
  } catch {
    button.textContent = otherwise();
  }
  setTimeout(() => (button.textContent = said), 2500);
}

function openItem() {
  const item = current();
  const link = item?.querySelector("a[data-drawer], a[data-open]");
  if (link) link.click();
}

const KEYS = {
  j: () => step(1),
  k: () => step(-1),
  a: () => judge("accept"),
  r: () => judge("reject"),
  e: edit,
  n: addClaim,
  u: () => send({ action: "undo", judgement: "last" }),
  c: () => (document.querySelector("dialog[open] [data-copy], #main [data-copy]") ?? current()?.querySelector("[data-footnote]"))?.click(),
  "/": () => document.getElementById("q")?.focus(),
  "?": () => (location.href = "/help"),
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
  if (event.key === "Enter" && event.target.matches?.("[data-item]")) {
    event.preventDefault();
    openItem();
  } else if (KEYS[event.key]) {
    event.preventDefault();
    KEYS[event.key]();
  }
});

function enhance(root) {
  for (const button of root.querySelectorAll("[data-copy]")) {
    button.hidden = false;
    button.addEventListener("click", () => copy(button));
  }
  for (const button of root.querySelectorAll("[data-footnote]")) button.hidden = false;
  for (const all of root.querySelectorAll("[data-all]")) {
    all.hidden = false;
    all.querySelector("input").addEventListener("change", (event) => {
      for (const box of all.form?.elements ?? all.closest("form").elements) {
        if (box.name === "claim") box.checked = event.target.checked;
      }
    });
  }
  for (const item of root.querySelectorAll(".margin [data-claim]")) {
    const marks = () => document.querySelectorAll(`[data-at="${item.dataset.claim}"]`);
    for (const [name, on] of [["mouseenter", true], ["mouseleave", false], ["focus", true], ["blur", false]]) {
      item.addEventListener(name, () => marks().forEach((mark) => mark.classList.toggle("lit", on)));
    }
  }
}

// In a large case the record takes a few seconds to follow: say when it has, and leave the page as it is.
async function watchRecord() {
  const notice = document.getElementById("behind");
  if (!notice) return;
  const answer = await fetch("/state", { credentials: "same-origin" });
  if ((await answer.json()).behind) {
    setTimeout(watchRecord, 1000);
  } else {
    notice.querySelector("p").textContent = "The record has followed the last judgements.";
  }
}

if (drawer) {
  watchRecord();
  enhance(document);
  document.querySelector(".sections [aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" });
  const wanted = location.hash.length > 1 ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null;
  if (wanted?.matches("[data-item]")) focusItem(wanted);
}
