// Keeps each answer of a quiz as it is chosen: <form data-quiz="/my/attempts/7/answers"> with <div data-position="1"> for each question.
// What could not be sent stays in this tab until a page shows that the server has it: this one, or data-quiz-given='{"1":"2"}' before handing in.
// The page works without it: its button sends all answers.
"use strict";
(() => {
  const key = `quiz:${/attempts\/([0-9]+)/.exec(location.pathname)[1]}`;
  const kept = JSON.parse(sessionStorage.getItem(key) ?? "[]");
  const keep = entries => entries.length === 0 ? sessionStorage.removeItem(key) : sessionStorage.setItem(key, JSON.stringify(entries));
  const sorted = values => [...values].sort().join(",");
  const isSame = (values, given) => values.length > 1
    ? sorted(values) === sorted(given.split(","))
    : (values[0] ?? "").trim().replace(/\r\n?/g, "\n") === given.replace(/\r\n?/g, "\n");

  const form = document.querySelector("form[data-quiz]");
  if (!form) {
    const answers = document.querySelector("[data-quiz-given]");
    // Handed in, nothing is taken any more.
    const given = answers && JSON.parse(answers.dataset.quizGiven);
    return keep(given ? kept.filter(([position, values]) => !isSame(values, given[position] ?? "")) : []);
  }

  const token = form.querySelector("[name=__RequestVerificationToken]").value;
  const line = form.querySelector("[data-quiz-state]");
  const say = words => { if (line.textContent !== words) line.textContent = words; };
  const questions = new Map([...form.querySelectorAll("[data-position]")].map(question => [Number(question.dataset.position), question]));
  const hidden = (question, name) => question.querySelector(`input[type=hidden][name$=".${name}"]`);
  const controls = question => [...question.querySelectorAll("input:not([type=hidden]), textarea")];
  const isBox = control => control.type === "radio" || control.type === "checkbox";
  const shown = question => controls(question).filter(control => !isBox(control) || control.checked).map(control => control.value);
  const show = (question, values) => {
    for (const control of controls(question)) {
      if (isBox(control)) control.checked = values.includes(control.value);
      else control.value = values[0] ?? "";
    }
  };
  const valuesOf = (question, given) => given === null ? [] : controls(question)[0].type === "checkbox" ? given.split(",") : [given];

  const unsent = new Set();
  const remember = () => keep([...unsent].map(position => [position, shown(questions.get(position)), hidden(questions.get(position), "Version").value]));

  const keepVersion = (question, now) => {
    hidden(question, "Seen").value = now.given ?? "";
    hidden(question, "Version").value = now.version;
  };

  const put = async position => {
    const question = questions.get(position);
    const values = shown(question);
    const name = controls(question)[0].name.split(".").pop();
    const body = new URLSearchParams([...values.map(value => [name, value]), ["Seen", hidden(question, "Seen").value], ["Version", hidden(question, "Version").value]]);
    const answer = await fetch(`${form.dataset.quiz}/${position}`, { method: "PUT", headers: { "X-Antiforgery": token }, body, redirect: "manual" });
    if (answer.type === "opaqueredirect") return form.dataset.signedOut;
    if (!answer.ok) throw new Error(`${answer.status}`);

    const { now, isOvertaking, trouble } = await answer.json();
    if (now) keepVersion(question, now);
    // Chosen again while this was on its way: it goes once more.
    if (JSON.stringify(values) === JSON.stringify(shown(question))) unsent.delete(position);
    remember();
    return trouble ?? (isOvertaking ? form.dataset.overtaking : null);
  };

  let wait = 1000;
  let isSending = false;
  const send = async () => {
    if (isSending) return;
    isSending = true;
    let remark = null;
    try {
      while (unsent.size > 0) {
        say(form.dataset.saving);
        const said = await put([...unsent][0]);
        if (said === form.dataset.signedOut) { remark = said; break; }
        remark = said ?? remark;
      }
      wait = 1000;
      say(remark ?? form.dataset.saved);
    } catch {
      say(form.dataset.unsaved);
      wait = Math.min(wait * 2, 30000);
    }
    isSending = false;
    if (unsent.size > 0) setTimeout(send, remark === null ? wait : 10000);
  };

  const chosen = event => {
    const question = event.target.closest("[data-position]");
    if (!question) return;
    unsent.add(Number(question.dataset.position));
    remember();
    clearTimeout(typing);
    typing = setTimeout(send, event.type === "input" && !isBox(event.target) ? 1000 : 0);
  };
  let typing;
  form.addEventListener("input", chosen);
  form.addEventListener("change", chosen);
  addEventListener("online", send);

  // The whole form goes now. Whether it arrives, the next page tells.
  let isLeaving = false;
  form.addEventListener("submit", () => { isLeaving = true; });
  addEventListener("pageshow", () => { isLeaving = false; });
  addEventListener("beforeunload", event => { if (unsent.size > 0 && !isLeaving) event.preventDefault(); });

  // What another window has chosen meanwhile is shown as soon as somebody looks at this one.
  const look = async () => {
    if (document.hidden || unsent.size > 0) return;
    const answer = await fetch(form.dataset.quiz, { redirect: "manual" }).catch(() => null);
    if (!answer?.ok) return;
    for (const now of await answer.json()) {
      const question = questions.get(now.position);
      if (!question || unsent.has(now.position) || hidden(question, "Version").value === now.version) continue;
      const isOther = hidden(question, "Seen").value !== (now.given ?? "");
      show(question, valuesOf(question, now.given));
      keepVersion(question, now);
      if (isOther) say(form.dataset.elsewhere);
    }
  };
  document.addEventListener("visibilitychange", look);
  addEventListener("focus", look);

  let isLate = false;
  for (const [position, values, version] of kept) {
    const question = questions.get(position);
    if (!question || isSame(values, hidden(question, "Seen").value)) continue;
    // Chosen anew elsewhere since: that holds.
    if (version !== hidden(question, "Version").value) { isLate = true; continue; }
    show(question, values);
    unsent.add(position);
  }
  // Chosen before this script was there: the form has autocomplete off, so that no browser chooses by itself.
  for (const [position, question] of questions) if (!isSame(shown(question), hidden(question, "Seen").value)) unsent.add(position);
  remember();
  if (isLate) say(form.dataset.elsewhere);
  // It did arrive, though nobody was told.
  else if (kept.length > 0 && unsent.size === 0) say(form.dataset.saved);
  if (unsent.size > 0) send();

  for (const clock of document.querySelectorAll("[data-ends]")) {
    const tick = () => { clock.textContent = clock.dataset.left.replace("{0}", Math.max(0, Math.ceil((new Date(clock.dataset.ends) - Date.now()) / 60000))); };
    tick();
    setInterval(tick, 15000);
  }
})();
