// Between the page and the terminal of textual-serve, which connects when the page is loaded.
"use strict";

const FIRST_PAINTING = 10; // bytes: what comes before only sets the terminal up
const LOST =
  "The connection to quiz is lost. Every answer that was acknowledged is saved. " +
  "If `quiz serve` still runs, start again.";

const screen_ = document.querySelector(".textual-terminal");
const words = document.querySelector("#words");
const again = document.querySelector("button");

screen_.dataset.sessionWebsocketUrl = location.origin.replace(/^http/, "ws") + "/ws";
again.addEventListener("click", () => location.reload());

// Decks come from strangers: a click on an address in their text opens nothing.
window.open = () => null;

function takeKeys({ data, target }) {
  if (data.byteLength > FIRST_PAINTING) {
    target.removeEventListener("message", takeKeys);
    screen_.querySelector("textarea").focus();
  }
}

window.WebSocket = class extends WebSocket {
  constructor(address) {
    super(address);
    this.addEventListener("message", takeKeys);
    this.addEventListener("close", ({ reason }) => {
      document.body.classList.add("-closed");
      words.textContent = reason || LOST;
      again.hidden = false;
      again.focus();
    });
  }
};
