// What the engine says when it cannot answer. `code` is one of: version, damaged, missing, network, text, usage.
export class SearchError extends Error {
  constructor(code, message, options) {
    super(`search: ${message}`, options);
    this.name = "SearchError";
    this.code = code;
  }
}
