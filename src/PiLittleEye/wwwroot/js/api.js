// What the service offers, as functions. Every refusal is a Problem with the words to show.

// A phone that changes from Wi-Fi to mobile leaves requests hanging for minutes.
const PATIENCE_MS = 12_000;

export class Problem extends Error {
	constructor(response, { type = "", title = "That did not work", detail, errors = {} }) {
		super(detail ?? title);
		this.status = response.status;
		this.code = type.replace("urn:pi-little-eye:problem:", "");
		this.title = title;
		this.fields = errors;
		this.retryAfter = Number(response.headers.get("Retry-After")) || 0;
	}

	static of = async (response) => new Problem(response, await response.json().catch(() => ({})));
}

async function request(path, options) {
	let response;
	try {
		response = await fetch(`/api/v1/${path}`, { cache: "no-store", signal: AbortSignal.timeout(PATIENCE_MS), ...options });
	} catch (failure) {
		throw new Error("The camera does not answer.", { cause: failure });
	}

	if (!response.ok) {
		throw await Problem.of(response);
	}

	return response;
}

// For what has no name below: the parts of the page that are loaded when somebody needs them.
export const get = async (path) => (await request(path)).json();
export const send = (method, path, body) =>
	request(path, { method, body: body && JSON.stringify(body), headers: body ? { "Content-Type": "application/json" } : {} });

const camera = (id) => `cameras/${encodeURIComponent(id)}`;

export const session = () => get("session");
export const signIn = (name, password, code) => send("POST", "session", { name, password, code });
export const signOut = () => send("DELETE", "session");
export const claim = (setupCode, name, password) => send("POST", "claim", { setupCode, name, password });
export const cameras = () => get("cameras");
export const status = (id) => get(`${camera(id)}/status`);
export const modes = (id) => get(`${camera(id)}/modes`);
export const settings = (id) => get(`${camera(id)}/settings`);
export const changeSettings = async (id, change) => (await send("PUT", `${camera(id)}/settings`, change)).json();
export const photo = (id, query) => request(`${camera(id)}/photo.jpg?${query}`);
/** Markup of a part of the page that is seldom seen. */
export const part = async (name) => (await request(`../../${name}.html`)).text();
export const streamPath = (id) => `/api/v1/${camera(id)}/video/mjpeg`;
