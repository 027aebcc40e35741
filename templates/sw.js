// Makes what was visited open without a network: pages from the network first, files from the phone.
"use strict";
const PAGES = "careerfit-pages-1"; // what a student has opened: goes when everything is cleared
const FILES = "careerfit-files-1"; // what is the same for all: files, and the offline page
const MOST = { [PAGES]: 40, [FILES]: 60 };
const PATIENCE = 4000;
const VERSION = "X-Kept-Page";
const PATHS = {{ paths|safe }};
const ANY = { ignoreVary: true }; // one address is one page, whatever language or packing was asked for

const isStaffs = (path) => PATHS.staff.some((start) => path.startsWith(start));
// A file that is named by its content never changes.
const isFile = (path) => path.startsWith(PATHS.files) && /\.[0-9a-f]{12}\.\w+$/.test(path);
// The key of the result to which a page belongs.
const keyOf = (path) => {
  const start = PATHS.results.find((one) => path.startsWith(one));
  return start && path.slice(start.length).split("/")[0];
};
const pathOf = (request) => new URL(request.url || request).pathname;

// Whoever has a result deleted on the server means this phone, too: all its pages, in each language.
const forgetResult = async (key) => {
  const cache = await caches.open(PAGES);
  const kept = await cache.keys();
  await Promise.all(kept.filter((one) => keyOf(pathOf(one)) === key).map((one) => cache.delete(one)));
};

// Results are kept although they say no-store, which is for everybody's caches: this one is the
// student's own phone, the result should open on the bus home, and one press clears it.
const keep = async (name, cache, request, answer) => {
  if (answer.status === 404 || answer.status === 410) {
    const key = keyOf(pathOf(request));
    return key ? forgetResult(key) : cache.delete(request);
  }
  const type = answer.headers.get("Content-Type") || "";
  if (!answer.ok || answer.type !== "basic" || answer.redirected) return;
  if (name === PAGES && !type.startsWith("text/html")) return;
  await cache.put(request, answer);
  const kept = await cache.keys();
  await Promise.all(kept.slice(0, -MOST[name]).map((oldest) => cache.delete(oldest)));
};

// In the page's language, whose front page its address begins with, or in one that this phone has.
const offlinePage = async (path) => {
  const cache = await caches.open(FILES);
  const fit = ([home]) => (path.startsWith(home) ? home.length : 0);
  for (const [, offline] of [...PATHS.languages].sort((a, b) => fit(b) - fit(a))) {
    const kept = await cache.match(offline, ANY);
    if (kept) return kept;
  }
};

const file = async (request) => {
  const cache = await caches.open(FILES);
  const kept = await cache.match(request, ANY);
  if (kept) return kept;
  const answer = await fetch(request);
  await keep(FILES, cache, request, answer.clone());
  return answer;
};

const page = async (event, path) => {
  const { request } = event;
  // Opened before it is asked for: everything may be cleared while a slow network takes its time,
  // and a page must not come back after that.
  const cache = await caches.open(PAGES);
  const kept = await cache.match(request, ANY);
  const version = kept && kept.headers.get(VERSION);
  // A quiz is new each time, but for the server only its key is: it need not send the rest again.
  const asked = version ? fetch(request.url, { headers: { [VERSION]: version } }) : fetch(request);
  const coming = asked.then((answer) =>
    kept && (answer.status === 304 || answer.status >= 500)
      ? [kept, kept.clone()]
      : [answer, answer.clone()],
  );
  event.waitUntil(coming.then(([, copy]) => keep(PAGES, cache, request, copy)).catch(() => {}));
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE, [kept]));
  try {
    return (await (kept ? Promise.race([coming, late]) : coming))[0];
  } catch {
    return kept || (await offlinePage(path)) || Response.error();
  }
};

self.addEventListener("install", () => self.skipWaiting());

self.addEventListener("activate", (event) => {
  const tidy = async () => {
    const names = (await caches.keys()).filter((name) => !MOST[name]);
    await Promise.all(names.map((name) => caches.delete(name)));
    await self.clients.claim();
  };
  event.waitUntil(tidy());
});

// Only reading is helped: what is sent goes straight to the server, whose answer alone counts.
self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (origin !== location.origin || isStaffs(pathname)) return;
  const key = keyOf(pathname);
  if (request.method !== "GET") {
    if (key) event.waitUntil(forgetResult(key));
  } else if (isFile(pathname)) {
    event.respondWith(file(request));
  } else if (request.mode === "navigate") {
    event.respondWith(page(event, pathname));
  }
});

// A page that was loaded before the worker was there says what it is made of. It has only just
// been loaded, so the browser's own cache still has most of it.
self.addEventListener("message", (event) => {
  const { page, offline, files } = event.data;
  const add = async (name, address) => {
    const cache = await caches.open(name);
    if (await cache.match(address, ANY)) return;
    await keep(name, cache, address, await fetch(address, { cache: "force-cache" }));
  };
  const own = files.filter((address) => isFile(pathOf(address)));
  const addAll = async () => {
    // The files come first: a page without them would open, but bare.
    await Promise.allSettled([...own, offline].map((address) => add(FILES, address)));
    await add(PAGES, page);
  };
  event.waitUntil(addAll());
});
