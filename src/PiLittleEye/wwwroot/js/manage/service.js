// Asks the service. What it does only for somebody who has just proved to be the owner of the account is asked again after that proof.

import { send } from "../api.js";

/** Somebody closed the question in between: nothing was done, and there is nothing to complain about. */
export class Cancelled extends Error {}

let hooks = { prove: async () => false, signedOut: () => {} };
let proving = null;

/** @param given prove: asks for the password, resolves to whether it was right; signedOut: the session is over. */
export const prepareService = (given) => (hooks = given);

export async function ask(path, { method = "GET", body } = {}) {
	try {
		return await answerOf(await send(method, path, body));
	} catch (failure) {
		if (failure.code === "proof-needed") {
			// Several questions at once are one question to the person.
			proving ??= hooks.prove().finally(() => (proving = null));
			if (await proving) {
				return answerOf(await send(method, path, body));
			}

			throw new Cancelled();
		}

		if (failure.code === "not-signed-in") {
			hooks.signedOut();
			throw new Cancelled();
		}

		throw failure;
	}
}

export const post = (path, body) => ask(path, { method: "POST", body });
export const put = (path, body) => ask(path, { method: "PUT", body });
export const patch = (path, body) => ask(path, { method: "PATCH", body });
export const remove = (path) => ask(path, { method: "DELETE" });

async function answerOf(response) {
	return response.status === 204 || !/json/.test(response.headers.get("Content-Type") ?? "") ? null : response.json();
}
