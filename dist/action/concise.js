import { n as reportConcise } from "./concise2.js";
export { reportConcise };
