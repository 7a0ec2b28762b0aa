import { r as openWorkspace, t as buildWorkspace } from "./lint.js";
export { buildWorkspace, openWorkspace };
