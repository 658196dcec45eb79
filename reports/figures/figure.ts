/** A figure of the report, with everything that a page needs to show it. */
export interface Figure {
  /** Name for links: 'landscape'. */
  readonly id: string;
  readonly title: string;
  /** What is seen and what it means, in a few sentences. */
  readonly caption: string;
  /** The pictures, side by side or one below another: SVG that refers to nothing outside itself and has no script. */
  readonly pictures: readonly {
    readonly svg: string /** Text alternative: what it shows, with its main numbers. */;
    readonly alternative: string;
  }[];
  /** The numbers behind it. */
  readonly data: {
    readonly header: readonly string[];
    readonly rows: readonly (readonly (string | number | null)[])[];
  };
}
