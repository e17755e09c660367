// Pinch, wheel, drag and double tap on the picture; a tap alone is for the controls.

import { clamp, distance, fit, isZoomed, scaleAt } from "./zoom-geometry.js";

const CLOSER = 2.5;
const TAP_MS = 300;
const TAP_PX = 10;

export class Zoom {
	#box;
	#canvas;
	#listener;
	#view = fit();
	#pointers = new Map();
	#down = null;
	#lastTap = null;

	/** @param listener onTap, onZoom */
	constructor(box, canvas, listener) {
		this.#box = box;
		this.#canvas = canvas;
		this.#listener = listener;
		box.onpointerdown = (event) => this.#begin(event);
		box.onpointermove = (event) => this.#move(event);
		box.onpointerup = (event) => this.#finish(event);
		box.onpointercancel = (event) => this.#pointers.delete(event.pointerId);
		box.addEventListener("wheel", (event) => this.#wheel(event), { passive: false });
		new ResizeObserver(() => this.#apply(this.#view)).observe(box);
	}

	get isZoomed() {
		return isZoomed(this.#view);
	}

	reset() {
		this.#apply(fit());
	}

	toggle(point = this.#middle()) {
		this.#apply(this.isZoomed ? fit() : scaleAt(this.#view, CLOSER, point));
	}

	by(factor) {
		this.#apply(scaleAt(this.#view, factor, this.#middle()));
	}

	pan(x, y) {
		this.#apply({ ...this.#view, x: this.#view.x + x, y: this.#view.y + y });
	}

	#middle() {
		return { x: this.#box.clientWidth / 2, y: this.#box.clientHeight / 2 };
	}

	#begin(event) {
		this.#box.setPointerCapture(event.pointerId);
		this.#pointers.set(event.pointerId, this.#pointOf(event));
		this.#down = this.#pointers.size === 1 ? { ...this.#pointOf(event), at: event.timeStamp } : null;
	}

	#move(event) {
		const before = this.#pointers.get(event.pointerId);
		if (!before) {
			return;
		}

		const now = this.#pointOf(event);
		this.#pointers.set(event.pointerId, now);
		const [x, y] = [now.x - before.x, now.y - before.y];
		if (this.#pointers.size === 1) {
			this.pan(x, y);
		} else {
			const other = [...this.#pointers.values()].find((point) => point !== now);
			const middle = { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 };
			const moved = { ...this.#view, x: this.#view.x + x / 2, y: this.#view.y + y / 2 };
			this.#apply(scaleAt(moved, distance(now, other) / Math.max(1, distance(before, other)), middle));
		}
	}

	#finish(event) {
		this.#pointers.delete(event.pointerId);
		const [down, up] = [this.#down, this.#pointOf(event)];
		this.#down = null;
		if (down && distance(up, down) < TAP_PX && event.timeStamp - down.at < TAP_MS) {
			this.#tap(up, event);
		}
	}

	#tap(point, event) {
		const last = this.#lastTap;
		const isDouble = last && event.timeStamp - last.at < TAP_MS && distance(point, last) < 3 * TAP_PX;
		this.#lastTap = isDouble ? null : { ...point, at: event.timeStamp };
		if (isDouble) {
			this.toggle(point);
		}

		if (event.pointerType !== "mouse") {
			this.#listener.onTap();
		}
	}

	#wheel(event) {
		event.preventDefault();
		this.#apply(scaleAt(this.#view, Math.exp(-event.deltaY * (event.ctrlKey ? 0.01 : 0.0016)), this.#pointOf(event)));
	}

	#pointOf(event) {
		const box = this.#box.getBoundingClientRect();
		return { x: event.clientX - box.left, y: event.clientY - box.top };
	}

	#apply(view) {
		const box = { width: this.#box.clientWidth, height: this.#box.clientHeight };
		const { scale, x, y } = (this.#view = clamp(view, box, this.#canvas));
		this.#canvas.style.transform = this.isZoomed ? `translate(${x}px, ${y}px) scale(${scale})` : "";
		this.#listener.onZoom(this.isZoomed);
	}
}
