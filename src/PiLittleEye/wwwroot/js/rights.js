// Somebody in a home network that may watch, and has not signed in.
export const isGuestAtHome = ({ role }) => role === "home-network";

// What whoever is signed in may do with a camera. The service decides; this is so that nobody is offered what would be refused.

/** @param right watch, photo, settings or control. */
export const mayOn = ({ rights, isAdministrator }, camera, right) =>
	Boolean(isAdministrator) || [rights?.["*"], rights?.[camera]].some((allowed) => allowed?.includes(right));
