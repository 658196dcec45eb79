/** A figure of the report, with everything that a page needs to show it. */
export interface Figure {
  /** Name for links: 'kill-matrix'. */
  readonly id: string;
  readonly title: string;
  /** What is seen and what it means, in a few sentences. */
  readonly caption: string;
  /** The pictures, side by side or one below another. */
  readonly pictures: readonly Picture[];
  /** The numbers behind it. */
  readonly data: {
    readonly header: readonly string[];
    readonly rows: readonly (readonly (string | number | null)[])[];
  };
}

/** A drawing on white: SVG of at most 960 pixels' width that refers to nothing outside itself and has neither script nor style. */
export interface Picture {
  readonly svg: string;
  /** Text alternative: what it shows, with its main numbers. */
  readonly alternative: string;
}
