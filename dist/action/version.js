import { t as version$1 } from "./package.js";
//#region src/cli/version.ts
/** The version of this package; written into the bundle when it is built. */
const version = version$1;
//#endregion
export { version as t };
