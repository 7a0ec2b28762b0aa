import { n as reportJson } from "./json2.js";
export { reportJson };
