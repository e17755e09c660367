// Settings by their path, as "stamp.corner": how controls are named, and how the service names them when it refuses one.

export const valueAt = (settings, path) => path.split(".").reduce((value, key) => value?.[key], settings);

/** { "stamp.corner": "top-left" } as { stamp: { corner: "top-left" } }. */
export function nested(values) {
	const result = {};
	for (const [path, value] of Object.entries(values)) {
		const [group, name] = path.split(".");
		name ? ((result[group] ??= {})[name] = value) : (result[group] = value);
	}

	return result;
}

/** What the settings say about the paths. No zone is an empty text: null would mean "not mentioned". */
export const valuesOf = (paths, settings) => Object.fromEntries(paths.map((path) => [path, valueAt(settings, path) ?? ""]));

export const different = (values, settings) =>
	Object.fromEntries(Object.entries(values).filter(([path, value]) => (valueAt(settings, path) ?? "") !== value));
