/** What the engine says when it cannot answer; `code`: version, damaged, missing, network, text or usage. */
export class SearchError extends Error {
  constructor(code, message, options) {
    super(`search: ${message}`, options);
    this.name = "SearchError";
    this.code = code;
  }
}
