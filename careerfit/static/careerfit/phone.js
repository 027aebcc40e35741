// Keeps answers on this phone until the server has them, on every page; clears all at once.
// Why it is like this: docs/decisions/0030-nothing-is-lost.md
"use strict";
(() => {
  const here = document.currentScript.dataset;
  const DRAFT = "careerfit:quiz:";
  const SENT = "careerfit:sent:";
  const CLEARED = "careerfit-cleared";
  const STORE = "entries";
  const opened = Date.now();
  const memory = {}; // where storage is blocked or full
  const sending = {};
  let timer;
  let pause = 1;

  if (location.pathname.startsWith(here.staff)) return;

  const attempt = (action) => {
    try {
      return action();
    } catch {}
  };
  // Whether what a page noted about itself still stands: not for longer than a day, nor past clearing.
  const cleared = () => attempt(() => localStorage[CLEARED]) || 0;
  const holds = (note) => note?.written > Math.max(cleared(), Date.now() - 864e5);
  const onThisSite = (address) => /^\/\w/.test(address);

  // localStorage answers at once, but is on the disk only seconds later: too late for a battery
  // that dies. So each entry is also in a database, which is slow but sure.
  const patient = (wait) => new Promise((resolve, reject) => wait(resolve, reject, setTimeout(reject, 2e3)));
  const database = patient((resolve, reject) => {
    const opening = indexedDB.open("careerfit");
    opening.onupgradeneeded = () => opening.result.createObjectStore(STORE, { keyPath: "name" });
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = reject;
  }).catch(() => {});
  // What the request answers, once it is on the disk; undefined where there is no such database.
  const onDisk = async (mode, ask) => {
    try {
      const changes = (await database).transaction(STORE, mode, { durability: "strict" });
      const request = ask(changes.objectStore(STORE));
      changes.commit?.(); // the page may be left the next moment
      return await patient((resolve, reject) => {
        changes.oncomplete = () => resolve(request.result);
        changes.onabort = reject;
      });
    } catch {}
  };
  const secure = (entry) => onDisk("readwrite", (store) => store.put(entry));

  const names = (prefix) =>
    Object.keys({ ...memory, ...attempt(() => localStorage) }).filter((name) => name.startsWith(prefix));
  const drop = (name) => {
    delete memory[name];
    attempt(() => localStorage.removeItem(name));
    onDisk("readwrite", (store) => store.delete(name));
  };
  const read = (name) => {
    const entry = memory[name] || attempt(() => JSON.parse(localStorage[name]));
    if (entry && entry.expires > Date.now()) return entry;
    if (entry) drop(name);
  };
  // What was sent under another key, in another tab or by another student, is still sent.
  const park = (entry, key) => {
    if (entry?.body && entry.key !== key) write(entry.name + entry.key, entry, 7);
  };
  const keep = (entry) => {
    memory[entry.name] = entry;
    attempt(() => {
      localStorage.setItem(entry.name, JSON.stringify(entry));
      delete memory[entry.name];
    });
  };
  const write = (name, data, days) => {
    park(read(name), data.key);
    const now = Date.now();
    const entry = { ...data, name, written: now, expires: now + days * 864e5 };
    keep(entry);
    secure(entry);
  };
  // Whether nobody on the page takes it as theirs.
  const tell = (name, state, value) =>
    document.dispatchEvent(new CustomEvent("careerfit", { cancelable: true, detail: { name, state, value } }));

  // The result's address; false where the answers are refused; undefined where nobody answers but
  // a time-out, an error or a captive portal, which does not say under which key it stored them.
  const post = async ({ action, body, key }) => {
    const stop = new AbortController();
    const late = setTimeout(() => stop.abort(), 2e4);
    try {
      const answer = await fetch(action, {
        method: "POST",
        body: new URLSearchParams(body),
        headers: { Accept: "application/json" },
        redirect: "error",
        signal: stop.signal,
      });
      const { result, errors } = await answer.json();
      if (answer.status === 201 && answer.headers.get("X-Stored-Key") === key && onThisSite(result)) return result;
      if (answer.status === 422 && errors) return false;
    } catch {
    } finally {
      clearTimeout(late);
    }
  };

  const deliver = async (name) => {
    const entry = read(name);
    if (!entry?.body || sending[name]) return;
    sending[name] = 1;
    tell(name, "sending");
    const secured = await secure(entry); // or a dead battery could lose the key of what has arrived
    const result = await post(entry);
    delete sending[name];
    const now = read(name);
    if (now?.body !== entry.body) {
      tell(name);
      return deliver(name); // what it was changed to meanwhile, if that was sent, too
    }
    if (result) {
      pause = 1;
      write(SENT + now.key, { ...now, result }, 1); // until it was seen
      drop(name);
      if (tell(name, "sent", result)) showSent();
    } else if (result === false) {
      write(name, { ...now, body: "" }, 7);
      tell(name, "refused");
    } else {
      pause = Math.min(2 * pause, 64);
      timer = setTimeout(flush, 1e3 * pause * (0.75 + Math.random() / 2));
      tell(name, "kept", secured || !memory[name]); // will it outlive the page?
    }
  };
  const flush = () => {
    clearTimeout(timer);
    names(DRAFT).forEach(deliver);
  };

  // Leads to results that came while the student was elsewhere.
  const showSent = () => {
    // The key of the result that this page shows, in whichever language, or says to be gone.
    const shown = document.querySelector("[data-key]")?.dataset.key;
    const box = document.querySelector("[data-sent]");
    box.hidden = true;
    for (const name of names(SENT)) {
      const { result } = read(name) || {};
      if (shown && result?.includes(shown)) drop(name);
      else if (result) {
        box.hidden = false;
        box.querySelector("a").href = result;
      }
    }
  };

  // After a crash only the database may know.
  const recall = async () => {
    for (const entry of (await onDisk("readonly", (store) => store.getAll())) || []) {
      const known = read(entry.name);
      if (known?.written >= entry.written) park(entry, known.key);
      else {
        keep(entry);
        if (read(entry.name)) tell(entry.name, "recalled");
      }
    }
    showSent();
    flush();
  };

  const clear = async () => {
    names("careerfit:").forEach(drop);
    await onDisk("readwrite", (store) => store.clear());
    attempt(() => (localStorage[CLEARED] = Date.now()));
    try {
      for (const name of await caches.keys()) if (name.includes("pages")) await caches.delete(name);
    } catch {}
    location.replace(here.home + "#terhapus");
    if (location.hash === "#terhapus") location.reload();
  };

  // The worker came too late for this page and its files, so it is told of them.
  const register = async () => {
    try {
      await navigator.serviceWorker.register(here.worker);
      const { active } = await navigator.serviceWorker.ready;
      const files = document.querySelectorAll("link[rel=stylesheet], link[rel=icon], script[src]");
      active.postMessage({
        page: location.href.split("#")[0],
        offline: here.offline,
        files: [...files].map((file) => file.href || file.src),
      });
    } catch {}
  };

  window.careerfit = { DRAFT, names, read, write, park, drop, flush, holds };
  names(DRAFT).forEach(read); // what has expired goes
  const control = document.querySelector("[data-clear]");
  control.hidden = false;
  control.querySelector("button").onclick = clear;
  document.querySelector("[data-cleared]").hidden = location.hash !== "#terhapus";
  document.addEventListener("DOMContentLoaded", recall);
  document.addEventListener("visibilitychange", () => document.hidden || flush());
  addEventListener("online", flush);
  addEventListener("load", register);
  // Another tab has cleared everything, or has sent something.
  addEventListener("storage", ({ key }) => (key === CLEARED ? location.replace(here.home) : showSent()));
  // The back button may bring back a page that shows what was cleared since.
  addEventListener("pageshow", ({ persisted }) => persisted && (cleared() > opened ? location.reload() : showSent()));
})();
