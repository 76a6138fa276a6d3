// Counts dependent waves: a request belongs to the wave after those that had ended when it began.

export class Waves {
  most = 0;
  #ended = 0;

  /** Take a while, so that requests of one wave overlap as they do on a network. */
  async travel() {
    const wave = this.#ended + 1;
    await new Promise((resolve) => setTimeout(resolve, 1));
    this.#ended = Math.max(this.#ended, wave);
    this.most = Math.max(this.most, wave);
  }
}
