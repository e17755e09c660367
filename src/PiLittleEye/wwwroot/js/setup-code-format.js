// The set-up code as people type it, made to look as it is shown: XXXX-XXXX-XXXX.

const LETTERS = 12;

export const plainCode = (typed) => typed.toUpperCase().replace(/[^A-Z0-9]/g, "").slice(0, LETTERS);

export const shownCode = (typed) => (plainCode(typed).match(/.{1,4}/g) ?? []).join("-");

export const isWholeCode = (typed) => plainCode(typed).length === LETTERS;
