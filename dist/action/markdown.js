import { n as reportMarkdown } from "./markdown2.js";
export { reportMarkdown };
