// What is typed into the form of the mail account, as the service takes it.

const server = (values, name) => ({ host: values[`${name}.host`].trim(), port: Number(values[`${name}.port`]), encryption: values[`${name}.encryption`] });

const isSame = (one, other) => Boolean(one && other) && one.host === other.host && one.port === other.port && one.encryption === other.encryption;

/**
 * @param values of the form's fields.
 * @param shown the servers that stood in the form before anybody typed.
 */
export function accountChange(provider, values, shown) {
	const change = { provider: provider.id, authentication: "password", address: values.address.trim() };
	// Without one of its own the user is the address.
	change.user = values.user.trim() || change.address;
	if (values.password) {
		change.password = values.password;
	}

	for (const name of ["incoming", "outgoing"]) {
		// Some providers have other servers for other addresses: who leaves them as they are leaves that to the service.
		const typed = server(values, name);
		if (!isSame(typed, shown[name])) {
			change[name] = typed;
		}
	}

	for (const name of ["folder", "pollingSeconds", "mailsPerHour"]) {
		const value = values[name]?.trim();
		if (value) {
			change[name] = name === "folder" ? value : Number(value);
		}
	}

	return change;
}
