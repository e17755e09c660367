// The reference of the API, drawn from its description. What is inside an operation is drawn when somebody opens it.
import { byId, make, setText } from "./dom.js";

const WHOM = {
	caller: "whoever is let in",
	picture: "whoever may see the camera",
	session: "people who are signed in",
	"any-session": "people who are signed in",
	visitor: "people who are signed in, and whoever watches from a home network",
	"recent-proof": "people whose password was proved in the last ten minutes",
	"owing-proof": "people whose password was proved in the last ten minutes, also those who must set up a second factor",
	administrator: "administrators",
	"recent-administrator": "administrators whose password was proved in the last ten minutes",
};
const MOST_DEEP = 4;

/** A schema as somebody would write an example of it. */
export function shape(schema, all, depth = 0) {
	if (schema?.$ref) {
		return shape(all[schema.$ref.split("/").at(-1)], all, depth);
	}

	const kind = [schema?.type ?? []].flat().filter((word) => word !== "null")[0];
	const choice = schema?.oneOf ?? schema?.anyOf;
	if (choice) {
		return shape(choice.find((one) => one.type !== "null"), all, depth);
	}

	if (depth > MOST_DEEP) {
		return "…";
	}

	if (kind === "object" || schema?.properties) {
		const members = Object.entries(schema.properties ?? {}).map(([name, inner]) => [name, shape(inner, all, depth + 1)]);
		const others = typeof schema.additionalProperties === "object" ? [["…", shape(schema.additionalProperties, all, depth + 1)]] : [];
		return Object.fromEntries([...members, ...others]);
	}

	return kind === "array" ? [shape(schema.items, all, depth + 1)] : (schema?.enum?.join(" | ") ?? schema?.format ?? kind ?? "any");
}

const section = (title, ...content) => make("section", {}, make("h3", { textContent: title }), ...content);
const code = (text) => make("pre", { textContent: text, tabIndex: 0 });
const json = (schema, all) => code(JSON.stringify(shape(schema, all), null, 2));

function table(rows) {
	const list = make("dl");
	for (const [name, meaning] of rows) {
		list.append(make("dt", {}, make("code", { textContent: name })), make("dd", { textContent: meaning }));
	}

	return list;
}

function curl(method, path, operation) {
	const key = operation.security?.length === 0 ? "" : ' -H "Authorization: Bearer $KEY"';
	const body = operation.requestBody ? ` --json '{ … }'` : "";
	return `curl${method === "GET" ? "" : method === "HEAD" ? " -I" : ` -X ${method}`}${key}${body} ${location.origin}${path}`;
}

function inside(method, path, operation, all) {
	const whom = operation.security?.length === 0 ? "anybody" : (WHOM[operation["x-policy"]] ?? "whoever is let in");
	const parts = [make("p", { textContent: `For ${whom}. ${operation.description ?? ""}` })];
	if (operation.parameters?.length) {
		parts.push(section("Parameters", table(operation.parameters.map((one) => [one.name, `${one.description ?? ""} (${one.in})`.trim()]))));
	}

	for (const [kind, { schema }] of Object.entries(operation.requestBody?.content ?? {})) {
		parts.push(section(`Send ${kind}`, json(schema, all)));
	}

	for (const [status, answer] of Object.entries(operation.responses ?? {}).filter(([status]) => status !== "default")) {
		const [kind, content] = Object.entries(answer.content ?? {})[0] ?? [];
		parts.push(section(`${status} ${kind ?? ""}`, ...(content?.schema ? [json(content.schema, all)] : [make("p", { textContent: answer.description ?? "" })])));
	}

	parts.push(section("With curl", code(curl(method, path, operation))));
	return make("div", { className: "inside" }, ...parts);
}

function draw(method, path, operation, all) {
	const looks = { GET: "", HEAD: "", DELETE: " deletes" };
	const line = make(
		"summary",
		{},
		make("span", { className: `method${looks[method] ?? " changes"}`, textContent: method }),
		make("code", { textContent: path }),
		make("span", { className: "what", textContent: operation.summary ?? "" }),
	);
	const box = make("details", { className: "operation", id: operation.operationId }, line);
	box.dataset.words = `${method} ${path} ${operation.summary}`.toLowerCase();
	box.addEventListener("toggle", () => box.children.length === 1 && box.append(inside(method, path, operation, all)), { once: true });
	return box;
}

function drawAll(description) {
	setText(byId("about"), description.info.description);
	const groups = new Map(description.tags.map((tag) => [tag.name, []]));
	for (const [path, operations] of Object.entries(description.paths)) {
		for (const [method, operation] of Object.entries(operations)) {
			// HEAD is what GET is, without the body.
			if (method !== "head") {
				groups.get(operation.tags[0]).push(draw(method.toUpperCase(), path, operation, description.components.schemas ?? {}));
			}
		}
	}

	byId("operations").append(
		...[...groups].map(([name, boxes]) => make("section", { className: "group" }, make("h2", { textContent: name }), ...boxes)),
	);
}

function find(words) {
	for (const group of document.querySelectorAll(".group")) {
		for (const box of group.querySelectorAll(".operation")) {
			box.hidden = !words.every((word) => box.dataset.words.includes(word));
		}

		group.hidden = !group.querySelector(".operation:not([hidden])");
	}
}

async function open() {
	const answer = await fetch("/openapi/v1.json", { cache: "no-store" });
	if (!answer.ok) {
		byId("door").replaceChildren("This is for people who are signed in. ", make("a", { href: "/", textContent: "Sign in" }), " and come back.");
		return;
	}

	drawAll(await answer.json());
	byId("door").replaceChildren("As a file for programs: ", make("a", { href: "/openapi/v1.json", textContent: "/openapi/v1.json" }));
	byId("find").closest(".field").hidden = false;
	byId("find").addEventListener("input", () => find(byId("find").value.toLowerCase().split(/\s+/).filter(Boolean)));
	document.getElementById(location.hash.slice(1))?.setAttribute("open", "");
}

open().catch(() => setText(byId("door"), "The camera does not answer. Load the page again."));
