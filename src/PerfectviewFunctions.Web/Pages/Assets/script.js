// Only makes easier what works without it.
"use strict";

// Copying: the buttons are hidden as long as this does not run.
for (const button of document.querySelectorAll("[data-copy]")) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    const field = document.getElementById(button.dataset.copy);
    field.select();
    try {
      await navigator.clipboard.writeText(field.value);
    } catch {
      document.execCommand("copy"); // an address without TLS has no clipboard
    }
    const label = button.textContent;
    button.textContent = button.dataset.copied;
    setTimeout(() => { button.textContent = label; }, 2000);
  });
}

// A form is sent once: a second click does nothing, unless the first came to nothing, as when the reader stopped the loading.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented || form.method !== "post") return;
  if (form.dataset.sent) { event.preventDefault(); return; }
  form.dataset.sent = "yes";
  setTimeout(() => { delete form.dataset.sent; }, 15000);
});

// Coming back by the browser's button finds forms that can be sent again.
window.addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sent]")) delete form.dataset.sent;
});

// A button with data-inplace="#part" sends its form beside the page and puts only that part of the answer in place, so that what was typed
// stays. Where that fails, the form is sent as without a script.
document.addEventListener("click", async (event) => {
  const button = event.target.closest?.("button[data-inplace]");
  if (!button?.form) return;
  event.preventDefault();
  if (button.hasAttribute("aria-disabled")) return;
  const { form } = button;
  const part = document.querySelector(button.dataset.inplace);
  button.setAttribute("aria-disabled", "true"); // not disabled, which would take the keyboard's place away
  part.setAttribute("aria-busy", "true");
  try {
    const data = new URLSearchParams(new FormData(form));
    if (button.name) data.append(button.name, button.value);
    const answer = await fetch(button.formAction, { method: "POST", body: data });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page.querySelector(button.dataset.inplace);
    if (!fresh) throw new Error("the answer lacks the part");
    part.replaceChildren(...fresh.childNodes);
  } catch {
    const action = form.getAttribute("action");
    form.action = button.formAction;
    form.submit();
    form.setAttribute("action", action); // for its other buttons, should the reader come back
  }
  part.removeAttribute("aria-busy");
  button.removeAttribute("aria-disabled");
});
