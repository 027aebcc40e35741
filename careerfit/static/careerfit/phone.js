// Keeps answers on this phone until the server has them, on every page; clears it all in one press.
"use strict";
(() => {
  const here = document.currentScript.dataset;
  const DRAFT = "careerfit:quiz:";
  const SENT = "careerfit:sent:";
  const CLEARED = "careerfit-cleared"; // a moment, of nobody; so it does not share the prefix
  const DAY = 864e5;
  const RESULT = /^(\/en)?\/hasil\/[\w-]{22}\/$/;
  const opened = Date.now();
  // Where storage is blocked or full, answers live as long as the page.
  const memory = new Map();
  const sending = new Set();
  let timer;
  let pause = 1;

  // Staff previews look like a student's page but are none.
  if (location.pathname.startsWith("/admin/")) return;

  const names = (prefix) => {
    let stored = [];
    try {
      stored = Object.keys(localStorage);
    } catch {}
    return [...new Set([...stored, ...memory.keys()])].filter((name) => name.startsWith(prefix));
  };
  const drop = (name) => {
    memory.delete(name);
    try {
      localStorage.removeItem(name);
    } catch {}
  };
  const read = (name) => {
    let entry = memory.get(name);
    try {
      entry = entry || JSON.parse(localStorage.getItem(name));
    } catch {}
    if (entry && entry.expires > Date.now()) return entry;
    drop(name);
    return null;
  };
  // Says whether it will outlive the page.
  const write = (name, entry, days) => {
    entry.expires = Date.now() + days * DAY;
    try {
      localStorage.setItem(name, JSON.stringify(entry));
      memory.delete(name);
      return true;
    } catch {
      memory.set(name, entry);
      return false;
    }
  };

  const tell = (name, state, detail) =>
    document.dispatchEvent(new CustomEvent("careerfit", { detail: { name, state, ...detail } }));

  // The address of the result, or false where the server refuses the answers. Everything else is
  // no answer from our server (no network, time-out, a captive portal's page): undefined.
  const post = async (entry) => {
    const stop = new AbortController();
    const late = setTimeout(() => stop.abort(), 2e4);
    try {
      const answer = await fetch(entry.action, {
        method: "POST",
        body: new URLSearchParams(entry.body),
        headers: { Accept: "application/json" },
        redirect: "error",
        signal: stop.signal,
      });
      const said = await answer.json();
      if (answer.status === 201 && RESULT.test(said.result)) return said.result;
      if (answer.status === 422 && said.errors) return false;
    } catch {
    } finally {
      clearTimeout(late);
    }
  };

  const deliver = async (name) => {
    const entry = read(name);
    if (!entry || !entry.body || sending.has(name)) return;
    sending.add(name);
    tell(name, "sending");
    const result = await post(entry);
    sending.delete(name);
    const now = read(name);
    // Cleared, or changed meanwhile: then what was sent is no longer what is to be sent.
    if (!now || now.body !== entry.body) return tell(name, "idle");
    if (result) {
      pause = 1;
      // Until the result has been seen, its address is all that leads there.
      write(SENT + name.slice(DRAFT.length), { result }, 1);
      drop(name);
      tell(name, "sent", { result });
    } else if (result === false) {
      delete now.body;
      write(name, now, 1);
      tell(name, "refused", { entry });
    } else {
      // Thirty phones in one room must not all knock in the same second.
      pause = Math.min(2 * pause, 64);
      timer = setTimeout(flush, 1e3 * pause * (0.75 + Math.random() / 2));
      tell(name, "kept");
    }
  };
  const flush = () => {
    clearTimeout(timer);
    names(DRAFT).forEach(deliver);
  };

  // Leads to results that came while the student was elsewhere, and forgets those that were seen.
  const showSent = () => {
    const box = document.querySelector("[data-sent]");
    names(SENT).forEach((name) => {
      const entry = read(name);
      if (!entry) return;
      if (location.pathname.slice(-23) === entry.result.slice(-23)) return drop(name);
      box.hidden = false;
      box.querySelector("a").href = entry.result;
    });
  };

  const clear = async () => {
    names("careerfit:").forEach(drop);
    try {
      localStorage.setItem(CLEARED, Date.now());
    } catch {}
    try {
      for (const name of await caches.keys()) await caches.delete(name);
    } catch {}
    // Nothing of the student's stays on the screen, nor behind the back button.
    location.replace(`${here.home}#terhapus`);
    if (location.hash === "#terhapus") location.reload();
  };

  // The worker came too late for the first page and its files, so it is told of them.
  const register = async () => {
    try {
      await navigator.serviceWorker.register(here.worker);
      const { active } = await navigator.serviceWorker.ready;
      const files = document.querySelectorAll("link[rel=stylesheet], link[rel=icon], script[src]");
      active.postMessage({
        page: location.pathname + location.search,
        offline: here.offline,
        files: [...files].map((file) => file.href || file.src),
      });
    } catch {}
  };

  window.careerfit = { DRAFT, read, write, drop, flush };
  const control = document.querySelector("[data-clear]");
  control.hidden = false;
  control.querySelector("button").addEventListener("click", clear);
  document.querySelector("[data-cleared]").hidden = location.hash !== "#terhapus";
  names("careerfit:").filter((name) => name.startsWith(DRAFT) || name.startsWith(SENT)).forEach(read);
  document.addEventListener("careerfit", (event) => event.detail.state === "sent" && showSent());
  document.addEventListener("DOMContentLoaded", flush);
  document.addEventListener("visibilitychange", () => document.hidden || flush());
  addEventListener("online", flush);
  addEventListener("load", register);
  // A page that the back button brings back as it was may show what has been cleared since.
  addEventListener("pageshow", (event) => {
    let cleared = 0;
    try {
      cleared = localStorage.getItem(CLEARED);
    } catch {}
    if (event.persisted && cleared > opened) location.reload();
  });
  showSent();
})();
