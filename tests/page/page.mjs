// Loads the page's modules as a browser does. They stand in a folder without a package.json, where Node would take them for CommonJS,
// so a copy is made beside one.

import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const copy = mkdtempSync(join(tmpdir(), "pi-little-eye-page-"));
cpSync(fileURLToPath(new URL("../../src/PiLittleEye/wwwroot/js", import.meta.url)), copy, { recursive: true });
writeFileSync(join(copy, "package.json"), '{ "type": "module" }');
process.on("exit", () => rmSync(copy, { recursive: true }));

export const load = (name) => import(pathToFileURL(join(copy, `${name}.js`)));

/** Asks until it is so; what never becomes so fails by name. */
export async function until(isSo, what) {
  const end = Date.now() + 5000;
  while (!isSo()) {
    if (Date.now() > end) {
      throw new Error(`This never happened: ${what}`);
    }

    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
