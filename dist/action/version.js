//#endregion
//#region src/cli/version.ts
/** The version of this package; written into the bundle when it is built. */
const version = "0.1.0";
//#endregion
export { version as t };
