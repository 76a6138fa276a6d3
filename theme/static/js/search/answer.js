// An answer grows by one round of requests at a time, so that a reader sees what there is, or how far the search is.

/** One way to take a query: as one of its meanings, or as its words, which are not cut before they are wanted. */
export class Stage {
  results = null;
  hits = null;
  isAtHand = false;
  #open;

  /** `open(signal)` gives { results, hits, isAtHand }, which took no request where it says so; null to be asked again. */
  constructor(open) {
    this.#open = open;
  }

  static of(opened) {
    return Object.assign(new Stage(), opened);
  }

  get isFinished() {
    return this.results?.isFinished ?? false;
  }

  /** Whether nothing was found, and nothing will be. */
  get isBarren() {
    return this.isFinished && !this.results.found.length;
  }

  /** One round of requests. */
  async look(count, signal) {
    if (!this.results) {
      const opened = await this.#open(signal);
      Object.assign(this, opened);
      if (!opened?.isAtHand) return;
    }
    await this.results.look(count, signal);
  }
}

/** What is known of the answer to a query: the first stage that holds something counts. */
export class Answer {
  #stages;
  #turn = Promise.resolve();

  constructor(stages, tests) {
    this.#stages = stages;
    this.tests = tests;
  }

  /** What was found, and what it was found among: that of the last stage that was opened, while nothing is. */
  get results() {
    return this.#shown.results;
  }

  get hits() {
    return this.#shown.hits;
  }

  get exact() {
    return this.#shown.results.question.exact;
  }

  /** Whether all hits are found. */
  get isFinished() {
    return this.#stage.isFinished;
  }

  /** Take one round of requests towards `count` hits, and more while there are not `enough` and may be. */
  take({ count, enough }, signal) {
    const turn = this.#turn.then(() => this.#advance(count, enough, signal));
    this.#turn = turn.catch(() => {});
    return turn;
  }

  async #advance(count, enough, signal) {
    do {
      signal?.throwIfAborted();
      if (this.isFinished || this.results.found.length >= count) return;
      await this.#lookOnce(count, signal);
    } while (this.results.found.length < enough);
  }

  /** Where this stage may well hold nothing, the next one is looked at beside it. */
  async #lookOnce(count, signal) {
    const at = this.#stages.indexOf(this.#stage);
    const { results, hits } = this.#stage;
    const beside = results && hits.isDoubtful && !results.found.length ? this.#stages.slice(at + 1, at + 2) : [];
    await Promise.all([this.#stage, ...beside].map((stage) => stage.look(count, signal)));
  }

  /** The first stage that may still hold something; else the last. */
  get #stage() {
    return this.#stages.find((stage) => !stage.isBarren) ?? this.#stages.at(-1);
  }

  get #shown() {
    const stage = this.#stage;
    return stage.results ? stage : this.#stages[this.#stages.indexOf(stage) - 1];
  }
}
