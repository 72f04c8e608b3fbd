// Keeps the areas of a page up to date while somebody looks at it.
(() => {
  "use strict";

  const bar = document.getElementById("live-state");
  let main = document.querySelector("main[data-live]");
  if (!main || !bar || !window.EventSource) {
    return;
  }
  const LONGEST_WAIT = 30_000;
  // The service says that it is still here every 15 seconds: one that is stopped in its tracks keeps the connection open.
  const LONGEST_SILENCE = 40_000;
  const LONGEST_ANSWER = 5_000;
  let source = null;
  let wait = 1_000;
  let timer = 0;
  let silence = 0;

  function say(text, link, linkText) {
    bar.hidden = !text;
    bar.textContent = text;
    if (link) {
      const anchor = document.createElement("a");
      anchor.href = link;
      anchor.textContent = linkText;
      bar.append(" ", anchor);
    }
  }

  function opened(area) {
    return [...area.querySelectorAll("details[open][id]")].map((details) => details.id);
  }

  function show(html) {
    const fresh = new DOMParser().parseFromString(html, "text/html");
    for (const area of fresh.body.querySelectorAll("[data-area]")) {
      const old = document.getElementById(area.id);
      if (old && old.innerHTML !== area.innerHTML) {
        swap(old, area);
      }
      if (area.dataset.phase) {
        main.dataset.phase = area.dataset.phase;
      }
    }
  }

  function swap(old, area) {
    const focus = old.contains(document.activeElement) ? document.activeElement.getAttribute("href") : null;
    const open = opened(old);
    old.replaceChildren(...area.childNodes);
    for (const id of open) {
      document.getElementById(id)?.setAttribute("open", "");
    }
    if (focus) {
      old.querySelector(`[href="${CSS.escape(focus)}"]`)?.focus({ preventScroll: true });
    }
  }

  function heard() {
    clearTimeout(silence);
    silence = setTimeout(lost, LONGEST_SILENCE);
  }

  function close() {
    clearTimeout(timer);
    clearTimeout(silence);
    source?.close();
    source = null;
  }

  function open() {
    close();
    source = new EventSource(main.dataset.live);
    heard();
    source.addEventListener("areas", (event) => {
      heard();
      wait = 1_000;
      say("");
      show(event.data);
    });
    source.addEventListener("trouble", (event) => {
      heard();
      say(event.data);
    });
    source.addEventListener("still-here", heard);
    source.onopen = () => say("");
    source.onerror = () => {
      // After five minutes the service ends each connection: then the browser's first new try works, and nobody need know.
      if (source.readyState === EventSource.CLOSED) {
        close();
        tryAgain();
      } else {
        timer = setTimeout(() => source?.readyState === EventSource.CONNECTING && lost(), 5_000);
      }
    };
  }

  function lost() {
    close();
    tryAgain();
  }

  async function tryAgain() {
    let status = 0;
    try {
      const answer = await fetch("/live/session", { headers: { "HX-Request": "true" }, cache: "no-store", signal: AbortSignal.timeout(LONGEST_ANSWER) });
      status = answer.status;
    } catch {
      // The service cannot be reached.
    }
    if (document.hidden) {
      return;
    }
    if (status === 401) {
      say("You are signed out.", location.href, "Sign in to go on here");
      return;
    }
    if (status !== 204) {
      say("Connection lost, trying again. What you see may be old.");
    }
    wait = Math.min(wait * 2, LONGEST_WAIT);
    timer = setTimeout(status === 204 ? open : tryAgain, wait);
  }

  document.addEventListener("visibilitychange", () => {
    if (document.hidden) {
      close();
    } else {
      wait = 1_000;
      open();
    }
  });
  // A filter has put other content in this one's place.
  document.body.addEventListener("htmx:afterSettle", () => {
    const now = document.querySelector("main[data-live]");
    if (now && now !== main) {
      main = now;
      open();
    }
  });
  window.addEventListener("pagehide", close);
  window.addEventListener("pageshow", (event) => event.persisted && !document.hidden && open());
  window.addEventListener("online", () => !document.hidden && open());

  if (!document.hidden) {
    open();
  }
})();
