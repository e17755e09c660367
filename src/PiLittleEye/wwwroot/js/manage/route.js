// Addresses within the page: #/people, #/people/3. A link to an entry is a link anybody with the right can open.

/** @returns the section and what is shown of it; null for anything that is not such an address. */
export function parseRoute(hash) {
	const match = /^#\/([a-z-]+)(?:\/([^/]+))?$/.exec(hash);
	try {
		return match && { section: match[1], id: match[2] ? decodeURIComponent(match[2]) : null };
	} catch {
		return null;
	}
}

export const routeTo = (section, id) => `#/${section}${id === undefined || id === null ? "" : `/${encodeURIComponent(id)}`}`;

/** As by a link: the browser's way back leads to where one was. */
export const go = (section, id) => (location.hash = routeTo(section, id));
