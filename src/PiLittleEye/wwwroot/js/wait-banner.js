// Says what went wrong above a form; when the answer was "wait", counts the seconds down and gives the button back.

import { make } from "./dom.js";

export class WaitBanner {
	#banner;
	#button;
	#timer = 0;

	constructor(banner, button) {
		this.#banner = banner;
		this.#button = button;
	}

	clear() {
		clearInterval(this.#timer);
		this.#banner.hidden = true;
		this.#button.disabled = false;
	}

	show({ status, title = "No answer", message, retryAfter }) {
		this.clear();
		this.#banner.hidden = false;
		this.#banner.classList.toggle("wait", status === 429);
		// An alert that changes is read out each time: the seconds are for the eye, the sentence is for all.
		const text = status === 429 ? ["Try again in ", make("span", { ariaHidden: "true" })] : [message];
		this.#banner.replaceChildren(make("b", { textContent: title }), ...text);
		if (status === 429) {
			this.#countDown(this.#banner.lastChild, Date.now() + (retryAfter || 60) * 1000);
		}
	}

	#countDown(place, until) {
		this.#button.disabled = true;
		const step = () => {
			const left = Math.ceil((until - Date.now()) / 1000);
			place.textContent = left < 100 ? `${left} s` : `${Math.ceil(left / 60)} min`;
			if (left <= 0) {
				this.clear();
			}
		};
		this.#timer = setInterval(step, 250);
		step();
	}
}
