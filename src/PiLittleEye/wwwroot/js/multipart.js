// Reads multipart/x-mixed-replace as it arrives, cut anywhere. Memory is bounded: one part under construction, and nothing else.

// A 4K picture of noise at the highest quality is under 8 MB; what is larger is no picture.
const LARGEST_PART = 16 * 1024 * 1024;
const LONGEST_LINES = 16 * 1024;
const [LF, CR] = [10, 13];

export function boundaryOf(contentType) {
	const match = /^multipart\/[^;]+;.*?\bboundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType ?? "");
	return match && (match[1] ?? match[2]).replace(/^--/, "");
}

export class MultipartReader {
	#delimiter;
	#onPart;
	#line = [];
	#lineBytes = 0;
	#headers = null;
	#body = null;
	#filled = 0;

	isFinished = false;

	/** @param onPart called with (headers with lower-case names, Uint8Array) for each complete part. */
	constructor(boundary, onPart) {
		this.#delimiter = `--${boundary}`;
		this.#onPart = onPart;
	}

	push(chunk) {
		for (let at = 0; at < chunk.length && !this.isFinished; ) {
			at = this.#body ? this.#takeBody(chunk, at) : this.#takeLine(chunk, at);
		}
	}

	#takeLine(chunk, at) {
		const end = chunk.indexOf(LF, at);
		const piece = chunk.subarray(at, end < 0 ? chunk.length : end);
		this.#lineBytes += piece.length;
		if (this.#lineBytes > LONGEST_LINES) {
			throw new RangeError("The part's headers are too long.");
		}

		this.#line.push(...piece);
		if (end < 0) {
			return chunk.length;
		}

		if (this.#line.at(-1) === CR) {
			this.#line.pop();
		}

		const line = String.fromCharCode(...this.#line);
		this.#line = [];
		this.#headers ? this.#takeHeader(line) : this.#lookForBoundary(line);
		return end + 1;
	}

	#lookForBoundary(line) {
		this.#lineBytes = 0;
		if (line.startsWith(this.#delimiter)) {
			this.isFinished = line.startsWith("--", this.#delimiter.length);
			this.#headers = {};
		}
	}

	#takeHeader(line) {
		const colon = line.indexOf(":");
		if (line === "") {
			this.#beginBody();
		} else if (colon > 0) {
			this.#headers[line.slice(0, colon).trim().toLowerCase()] = line.slice(colon + 1).trim();
		}
	}

	#beginBody() {
		const length = /^\d+$/.test(this.#headers["content-length"]) ? Number(this.#headers["content-length"]) : -1;
		if (length < 0 || length > LARGEST_PART) {
			throw new RangeError("The part does not say how long it is, or is too large.");
		}

		this.#body = new Uint8Array(length);
		this.#filled = 0;
		this.#finishWhenFull();
	}

	#takeBody(chunk, at) {
		const piece = chunk.subarray(at, at + this.#body.length - this.#filled);
		this.#body.set(piece, this.#filled);
		this.#filled += piece.length;
		this.#finishWhenFull();
		return at + piece.length;
	}

	#finishWhenFull() {
		if (this.#filled === this.#body.length) {
			const [headers, body] = [this.#headers, this.#body];
			this.#headers = this.#body = null;
			this.#onPart(headers, body);
		}
	}
}
