// Shows the quiz one statement at a time, with the form's own controls, and drafts each answer.
"use strict";
(() => {
  const form = document.querySelector("form.quiz");
  const parts = document.getElementById("quiz-steps");
  const phone = window.careerfit;
  if (!parts || !phone) return;

  const fields = form.elements;
  const button = form.querySelector("[type=submit]");
  const label = button.textContent;
  const statements = [...form.querySelectorAll(".statement")];
  const total = statements.length;
  // The server's page of what is missing has links to the statements, so there all are shown.
  const listed = form.querySelector(".error-summary");
  const ui = parts.content.cloneNode(true);
  const part = {};
  for (const one of ui.querySelectorAll("[data-part]")) part[one.dataset.part] = one;
  const classes = form.classList;
  const radios = (n) => [...statements[n].querySelectorAll("input")];
  const chosen = (n) => statements[n]?.querySelector(":checked");
  const answered = (n) => chosen(n)?.value >= 0; // "lewati" is no answer
  const names = statements.map((_, n) => radios(n)[0].name);
  const said = parts.dataset;
  const name = phone.DRAFT + said.draft;
  const fill = (text, n) => text.replace("{n}", n).replace("{total}", total);
  const legend = (n) => statements[n].querySelector("legend");
  const say = (text) => (part.status.textContent = text);

  let at = 0;
  let trail = []; // on a visit from the overview: what came before, there included
  let filling; // whether that visit goes to all that is lacking
  let waiting; // the answers that are on their way
  let arrived; // the answers that have a result
  let byKey, byHand, told, timer, shown;
  // Time spent, not a moment: pages come from the cache, clocks are wrong, drafts wait overnight.
  let spent = 1e3 * fields.seconds.value;
  let tick = performance.now();

  const mint = () =>
    btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(18)))).replace(/\W/g, "-").slice(0, 22);

  const collect = () =>
    Object.fromEntries([...form.querySelectorAll(":checked")].map((radio) => [radio.name, radio.value]));

  const save = (send) => {
    const answers = collect();
    const all = JSON.stringify(answers);
    // What was sent stays as it was until an answer changes: it may have arrived unheard.
    if (all === waiting && phone.read(name)?.body) return;
    waiting = send && all;
    spent += Math.min(performance.now() - tick, 6e4);
    tick = performance.now();
    fields.seconds.value = Math.round(spent / 1e3);
    if (!send && (all === "{}" || all === arrived)) return phone.drop(name);
    // A draft goes after a day; what was sent is a promise, and has a week to find a network.
    phone.write(
      name,
      {
        answers,
        spent,
        names,
        same: said.same,
        title: said.title,
        key: fields.key.value,
        edition: fields.edition.value,
        action: form.getAttribute("action"),
        at: names[at],
        body: send ? String(new URLSearchParams(new FormData(form))) : "",
      },
      send ? 7 : 1,
    );
    if (send) history.replaceState(phone.read(name), "");
    else unsent("");
  };

  const unsent = (reason) => {
    part.unsent.hidden = !reason;
    part.reason.textContent = reason;
    button.textContent = reason ? said.now : label;
  };

  const jump = (n) => {
    const item = part.jump.content.cloneNode(true);
    const go = item.querySelector("button");
    go.dataset.jump = n;
    go.prepend(legend(n).textContent);
    go.lastChild.textContent = answered(n) ? chosen(n).parentNode.textContent : said.none;
    return item;
  };

  // What would not be scored yet: the trait, how many answers it lacks, the statements left for them.
  const lacking = () =>
    JSON.parse(said.needs).flatMap(([trait, needed, asked]) => {
      const open = asked.filter((n) => !answered(n));
      const n = needed - asked.length + open.length;
      return n > 0 ? { trait, n, open } : [];
    });

  const overview = () => {
    const all = [...names.keys()];
    const open = all.filter((n) => !answered(n));
    const gaps = lacking();
    const sent = JSON.stringify(collect()) === arrived;
    part.count.textContent = fill(said.count, total - open.length);
    part.arrived.hidden = !sent;
    part.check.open = sent;
    classes.toggle("lacking", gaps.length);
    part.gaps.textContent = gaps.map(({ trait, n }) => fill(said.lacks, n).replace("{trait}", trait)).join(" ");
    part.open.hidden = !open.length;
    part.list.replaceChildren(...open.map(jump));
    part.all.replaceChildren(...all.map(jump));
    return part.count;
  };

  const show = (n, quietly) => {
    clearTimeout(timer);
    at = n;
    shown = performance.now();
    statements.forEach((statement, i) => statement.classList.toggle("now", i === n));
    classes.toggle("reviewing", n === total);
    classes.toggle("begun", n);
    part.bar.value = n + 1;
    part.place.textContent = fill(said.place, Math.min(n + 1, total));
    part.back.hidden = !n && !trail[0];
    if (n === total) trail = [];
    const target = n < total ? legend(n) : overview();
    if (quietly) return;
    target.tabIndex = -1;
    target.focus();
    say((n < total ? part.place : target).textContent);
    save();
  };
  // Asked anew each time: a trait that has enough is left alone.
  const nextLacking = () => Math.min(total, ...lacking().flatMap(({ open }) => open.filter((n) => n > at)));
  const forward = () => {
    let next = at + 1;
    while (chosen(next)?.dataset.from) next += 1; // from another quiz (carry.js)
    if (trail[0]) {
      trail.push(at);
      next = filling ? nextLacking() : total;
    }
    show(next);
  };
  // From the overview, to which the last step returns.
  const visit = (n) => {
    trail = [total];
    show(n);
  };

  const firstOpen = (n) => {
    while (chosen(n)) n += 1;
    return n;
  };

  const restore = ({ answers, key, spent: until }) => {
    form.reset();
    for (const field in answers) if (fields[field]) fields[field].value = answers[field];
    fields.key.value = key;
    spent = until;
    return JSON.stringify(collect());
  };

  const offer = (entry) => {
    restore(entry);
    // At the statement that was open, or the next one without an answer.
    at = firstOpen(entry.at ? Math.max(0, names.indexOf(entry.at)) : total);
    classes.add("asking");
    part.ask.textContent = at < total ? fill(said.resume, at + 1) : said.resumeEnd;
    part.changed.hidden = entry.edition === fields.edition.value;
    part.ask.focus();
  };

  // What was answered before this script came stays.
  const begin = () => {
    waiting = arrived = "";
    spent = 0;
    tick = performance.now();
    // The page may come from the phone's cache, where its key has been used before.
    fields.key.value = mint();
    history.replaceState(null, "");
  };

  const open = () => {
    const entry = phone.read(name);
    // Only the back button, or loading anew, comes to what was sent from here.
    const sent = !entry && phone.holds(history.state) && history.state;
    if (entry?.body) waiting = restore(entry);
    else if (sent) arrived = restore(sent);
    else if (!entry) begin();
    show(entry?.body || sent ? total : firstOpen(0), true);
    if (entry && !entry.body) offer(entry);
  };

  const actions = {
    back: () => show(trail.pop() ?? at - 1),
    next: forward,
    fill() {
      filling = true;
      at = -1;
      visit(nextLacking());
    },
    resume() {
      classes.remove("asking");
      tick = performance.now();
      show(at);
    },
    restart() {
      classes.remove("asking");
      form.reset();
      begin();
      phone.park(phone.read(name));
      phone.drop(name);
      phone.drop("careerfit:mine"); // whose the earlier results are is asked anew
      unsent("");
      show(0);
    },
  };

  const onClick = (event) => {
    const { do: action, jump: n } = (event.target.closest("button") || form).dataset;
    if (action) return actions[action]();
    if (n) {
      filling = false;
      return visit(+n);
    }
    // The second half of a double tap is not meant for the statement that has just come up.
    if (event.detail > 1 && performance.now() - shown < 500) return event.preventDefault();
    if (event.target.type !== "radio") return;
    save();
    // Arrow keys walk through the answers; a tap chooses one, and is seen before the page moves.
    if (byKey) return;
    // Screen readers and voice control choose without a pointer that presses. To have to look for
    // "Lanjut" 24 times would be tiresome, to be moved unasked bewildering: so the first of their
    // choices stays, and says what the next ones will do.
    if (byHand || told) timer = setTimeout(forward, 150, clearTimeout(timer));
    else told = say(said.moves);
    byHand = false;
  };

  const onKey = (event) => {
    byKey = true;
    if (event.altKey || event.ctrlKey || event.metaKey || event.repeat) return;
    const { key, target } = event;
    // Outside of the quiz a key is nobody's answer.
    if (at === total || classes.contains("asking") || !form.contains(target)) return;
    const inside = statements[at].contains(target);
    // The last button skips; the ones before it are the answers.
    if (key > 0 && key < radios(at).length) {
      radios(at)[key - 1].checked = true;
      save();
      forward();
    } else if (inside && key === "Enter") {
      forward();
    } else if (inside && key === "ArrowDown" && target.type !== "radio") {
      (chosen(at) || radios(at)[0]).focus();
    } else return;
    event.preventDefault();
  };

  const onNews = (event) => {
    const { name: whose, state, value } = event.detail;
    if (whose !== name) return;
    classes.toggle("busy", state === "sending");
    if (state === "sending") say(said.sending);
    if (state === "recalled" && !listed) open();
    if (state === "kept") {
      unsent(value ? said.kept : said.open);
      say(part.reason.textContent);
    }
    // The server says best what is missing, on a page of its own.
    if (state === "refused") form.submit();
    if (state === "sent") {
      event.preventDefault(); // it leads there by itself
      arrived = waiting;
      overview(); // for who comes back
      location.assign(value);
    }
  };

  form.querySelector(".statements").before(ui.firstElementChild);
  form.querySelector(".send").before(ui);
  // What is filled in comes from the draft, which can be cleared, not from the browser's memory.
  form.autocomplete = "off";
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    save(true);
    phone.flush();
  });
  document.addEventListener("careerfit", onNews);
  if (listed) return form.addEventListener("change", () => save());
  classes.add("stepping");
  form.addEventListener("click", onClick);
  form.addEventListener("pointerdown", ({ pressure }) => {
    byKey = false; // a keyup may have gone to another window
    byHand = pressure > 0;
  });
  document.addEventListener("keydown", onKey);
  document.addEventListener("keyup", () => setTimeout(() => (byKey = false)));
  part.bar.max = total;
  open();
  // What was answered in other quizzes on this device is offered by a script of its own.
  if (phone.names("careerfit:sent:answers:")[0]) form.append(part.carry.content);
})();
