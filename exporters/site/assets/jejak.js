"use strict";
(() => {
  const root = document.documentElement;
  root.classList.add("scripted");
  const byId = (id) => document.getElementById(id);
  const read = (id) => JSON.parse(byId(id).textContent);
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
  const number = (n) => String(n).replace(/\B(?=(\d{3})+$)/g, root.lang === "en" ? "," : ".");

  function element(name, text, kind) {
    const made = document.createElement(name);
    if (text !== undefined) made.textContent = text;
    if (kind) made.className = kind;
    return made;
  }

  // The catalogue: search, filters, order.
  const table = byId("catalogue");
  if (table) {
    const body = table.tBodies[0];
    const heads = [...table.tHead.rows[0].cells];
    const place = Object.fromEntries(heads.map((head, at) => [head.dataset.c, at]));
    const rows = [...body.rows].map((row) => ({
      row,
      words: row.textContent.toLowerCase(),
      cell: (name) => row.cells[place[name]],
    }));
    let ordered = rows;
    const value = (one, name) => {
      const cell = one.cell(name);
      return name === "year" ? cell.dataset.v.slice(0, 4) : cell.textContent;
    };
    const shown = byId("shown");
    const all = byId("all");
    const FEW = 100;
    let most = FEW;
    const selects = [...document.querySelectorAll("select[data-f]")];
    const apply = () => {
      const words = byId("search").value.toLowerCase().split(/\s+/).filter(Boolean);
      const chosen = selects.filter((one) => one.value).map((one) => [one.dataset.f, one.value]);
      let count = 0;
      for (const one of ordered) {
        const fits =
          words.every((word) => one.words.includes(word)) &&
          chosen.every(([name, wanted]) =>
            name === "awards"
              ? value(one, name).split("; ").includes(wanted)
              : value(one, name) === wanted
          );
        one.row.hidden = !fits;
        count += fits;
        one.row.classList.toggle("more", fits && count > most);
      }
      all.hidden = count <= most;
      all.textContent = fill(all.dataset.text, { count: number(count) });
      shown.textContent = fill(shown.dataset.text, { shown: number(count), total: number(rows.length) });
    };
    byId("filters").addEventListener("input", () => {
      most = FEW;
      apply();
    });
    byId("filters").addEventListener("submit", (event) => event.preventDefault());
    byId("filters").addEventListener("reset", () => setTimeout(apply));
    for (const head of heads)
      head.firstElementChild.addEventListener("click", () => {
        const down = head.getAttribute("aria-sort") === "ascending";
        for (const other of heads) other.removeAttribute("aria-sort");
        head.setAttribute("aria-sort", down ? "descending" : "ascending");
        const name = head.dataset.c;
        const key = (one) => (name === "year" ? one.cell(name).dataset.v : one.cell(name).textContent.trim());
        const order = new Intl.Collator(root.lang, { numeric: true }).compare;
        const keyed = rows.map((one) => [key(one), one]);
        // What is not known stands last, whichever way the list is ordered.
        keyed.sort(([a], [b]) => (!a - !b) || (down ? order(b, a) : order(a, b)));
        ordered = keyed.map(([, one]) => one);
        body.append(...ordered.map((one) => one.row));
        apply();
      });
    all.addEventListener("click", () => {
      most = rows.length;
      apply();
    });
    apply();
  }

  // The life of an innovation: a step at a time, and two dates side by side.
  const life = byId("life");
  if (life) {
    const found = read("data");
    const steps = found.steps.map(([position, recorded, own, changes]) => ({ position, recorded, own, changes }));
    const slider = byId("at");
    const label = (name) => window.JEJAK_WORDS.fields[name] || name;
    const states = [];
    let state = {};
    for (const step of steps) {
      if (step.own) {
        state = { ...state };
        for (const [name, , after] of step.changes) state[name] = after;
      }
      states.push(state);
    }
    const rowOf = (cells, differs) => {
      const row = element("tr", undefined, differs ? "differs" : "");
      cells.forEach((text, at) => {
        const cell = element(at ? "td" : "th", text);
        if (!at) cell.scope = "row";
        row.append(cell);
      });
      return row;
    };
    const tableOf = (heads, rows) => {
      const made = element("table");
      const head = element("tr");
      for (const text of heads) {
        const cell = element("th", text);
        cell.scope = "col";
        head.append(cell);
      }
      made.createTHead().append(head);
      made.createTBody().append(...rows.map((cells) => rowOf(cells)));
      return made;
    };
    const show = () => {
      const at = Number(slider.value) - 1;
      const step = steps[at];
      const said = window.JEJAK_WORDS.life;
      byId("step").textContent = fill(said.step, {
        at: number(at + 1),
        of: number(steps.length),
        position: number(step.position),
      });
      steps.forEach((one, other) => {
        const line = byId("p" + one.position);
        line.classList.toggle("now", other === at);
        line.classList.toggle("later", other > at);
      });
      const changed = element("div");
      changed.append(element("h3", said.changed));
      if (step.changes.length)
        changed.append(
          tableOf(
            [said.field, said.before, said.after],
            step.changes.map(([name, before, after]) => [label(name), before, after])
          )
        );
      else changed.append(element("p", said.nothing, "dim"));
      const after = element("div");
      after.append(element("h3", said.state));
      const list = Object.entries(states[at]).filter(([, text]) => text !== "–");
      if (list.length) after.append(tableOf([said.field, said.after], list.map(([name, text]) => [label(name), text])));
      changed.tabIndex = after.tabIndex = 0;
      byId("state").replaceChildren(changed, after);
    };
    const move = (by) => {
      slider.value = Number(slider.value) + by;
      show();
    };
    slider.addEventListener("input", show);
    byId("back").addEventListener("click", () => move(-1));
    byId("on").addEventListener("click", () => move(1));
    if (steps.length) show();

    const form = byId("compare");
    const modes = {
      days: (day) => {
        const state = {};
        let there = false;
        for (const [since, values] of found.days)
          if (since <= day) {
            Object.assign(state, values);
            there = true;
          }
        return there ? state : null;
      },
      steps: (day) => {
        let last = null;
        steps.forEach((step, at) => {
          if (step.own && step.recorded <= day) last = states[at];
        });
        return last;
      },
    };
    const bounds = { days: found.days.map(([day]) => day), steps: steps.map((step) => step.recorded).sort() };
    const dayText = (iso) =>
      new Intl.DateTimeFormat(root.lang, { dateStyle: "long", timeZone: "UTC" }).format(new Date(iso + "T00:00Z"));
    const compare = () => {
      const mode = form.elements.mode.value;
      const [first, second] = [byId("first").value, byId("second").value];
      if (!first || !second) return;
      byId("first-head").textContent = dayText(first);
      byId("second-head").textContent = dayText(second);
      const [before, after] = [modes[mode](first), modes[mode](second)];
      const names = [...new Set([...Object.keys(before || {}), ...Object.keys(after || {})])];
      const text = (state, name) => (state ? state[name] || "–" : window.JEJAK_WORDS.compare.none);
      const rows = names
        .map((name) => [label(name), text(before, name), text(after, name)])
        .filter(([, a, b]) => !(byId("differing").checked && a === b));
      byId("compared").replaceChildren(...rows.map((cells) => rowOf(cells, cells[1] !== cells[2])));
      if (!rows.length) {
        const cell = element("td", window.JEJAK_WORDS.compare[before || after ? "same" : "neither"]);
        cell.colSpan = 3;
        const row = element("tr");
        row.append(cell);
        byId("compared").append(row);
      }
    };
    let chosen = false;
    const reset = () => {
      const days = bounds[form.elements.mode.value];
      // Days that somebody chose stay, whatever is asked about them.
      if (chosen || !days.length) return compare();
      byId("first").value = days[0];
      byId("second").value = days[days.length - 1];
      compare();
    };
    form.addEventListener("input", (event) => {
      chosen = chosen || event.target.type === "date";
      if (event.target.name === "mode") reset();
      else compare();
    });
    form.addEventListener("submit", (event) => event.preventDefault());
    reset();
  }

  // The seal: leaves, paths and the root, by RFC 9162.
  const seal = byId("seal");
  if (seal) {
    const words = window.JEJAK_WORDS.seal;
    const bytes = new TextEncoder();
    const coded = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
    const hex = (array) => [...array].map((one) => one.toString(16).padStart(2, "0")).join("");
    const join = (parts) => {
      const made = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
      let at = 0;
      for (const part of parts) {
        made.set(part, at);
        at += part.length;
      }
      return made;
    };
    const sha = async (parts) => new Uint8Array(await crypto.subtle.digest("SHA-256", join(parts)));
    const node = (left, right) => sha([Uint8Array.of(1), left, right]);
    const leafOf = (stream, version, type, position, recorded, state) => {
      const parts = [stream, String(version), type, String(position), recorded, state].map((part) => bytes.encode(part));
      return sha([Uint8Array.of(0), ...parts.flatMap((part) => [bytes.encode(part.length + ":"), part])]);
    };
    const rootOf = async (leaves) => {
      if (leaves.length === 1) return leaves[0];
      let half = 1;
      while (half * 2 < leaves.length) half *= 2;
      return node(await rootOf(leaves.slice(0, half)), await rootOf(leaves.slice(half)));
    };
    const climb = async (leaf, index, size, path) => {
      let [at, last, hash] = [index, size - 1, leaf];
      for (const other of path) {
        if (last === 0) return null;
        if (at % 2 || at === last) {
          hash = await node(other, hash);
          while (at % 2 === 0 && at) [at, last] = [at >> 1, last >> 1];
        } else hash = await node(hash, other);
        [at, last] = [at >> 1, last >> 1];
      }
      return last === 0 ? hash : null;
    };
    const stands = async (one, tree) => {
      const position = one[0];
      const path = one[one.length - 1].map(coded);
      const leaf = one.length === 3 ? coded(one[1]) : await leafOf(one[1], one[2], one[3], position, one[4], one[5]);
      const block = Math.floor((position - 1) / tree.block);
      const size = Math.min(tree.block, tree.size - block * tree.block);
      const hash = await climb(leaf, (position - 1) % tree.block, size, path);
      return hash !== null && hex(hash) === hex(coded(tree.roots[block]));
    };
    const say = (kind, text) => {
      seal.classList.remove("ok", "bad");
      if (kind) seal.classList.add(kind);
      byId("verdict").textContent = text;
    };
    const check = async () => {
      const tree = window.JEJAK_TREE;
      if (!tree || !window.crypto || !crypto.subtle) return say("bad", words.none);
      say("", words.busy);
      let events, whole, results;
      try {
        events = read("sealed");
        whole = hex(await rootOf(tree.roots.map(coded)));
        results = await Promise.all(events.map((one) => stands(one, tree).catch(() => false)));
      } catch {
        return say("bad", words.tree);
      }
      for (const one of events) byId("p" + one[0])?.classList.remove("bad");
      const bad = events.filter((_, at) => !results[at]).map((one) => one[0]);
      for (const position of bad) byId("p" + position)?.classList.add("bad");
      if (bad.length) return say("bad", fill(words.bad, { positions: bad.map(number).join(", ") }));
      if (whole !== byId("root").textContent.trim()) return say("bad", words.tree);
      say("ok", fill(words.ok, { count: number(events.length) }));
    };
    byId("check").addEventListener("click", check);
    if (location.hash === "#periksa") check();
  }
})();
