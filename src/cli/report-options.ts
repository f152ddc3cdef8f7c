/** How a report for people is laid out. */
export interface ReportOptions {
  readonly width: number;
  readonly color: boolean;
  /** Show every frame, finding and unknown instead of the most telling ones. */
  readonly full: boolean;
}
