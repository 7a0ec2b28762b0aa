//#region package.json
var version = "0.1.0";
//#endregion
export { version as t };
