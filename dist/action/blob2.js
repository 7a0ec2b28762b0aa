import { r as reportBlob } from "./blob.js";
export { reportBlob };
