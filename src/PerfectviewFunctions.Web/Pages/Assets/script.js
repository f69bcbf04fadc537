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

// A form is sent once: a second click does nothing.
document.addEventListener("submit", (event) => {
  if (event.defaultPrevented || event.target.method !== "post") return;
  if (event.target.dataset.sent) { event.preventDefault(); return; }
  event.target.dataset.sent = "yes";
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
  const { form } = button;
  const part = document.querySelector(button.dataset.inplace);
  button.disabled = true;
  part.setAttribute("aria-busy", "true");
  try {
    const data = new URLSearchParams(new FormData(form));
    if (button.name) data.append(button.name, button.value);
    const answer = await fetch(button.formAction, { method: "POST", body: data });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page.querySelector(button.dataset.inplace);
    if (!fresh) throw new Error("the answer lacks the part");
    part.replaceChildren(...fresh.childNodes);
    part.removeAttribute("aria-busy");
    button.disabled = false;
  } catch {
    button.disabled = false;
    form.action = button.formAction;
    form.submit();
  }
});
