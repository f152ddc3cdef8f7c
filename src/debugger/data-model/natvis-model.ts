/** In which views of a type something is there; both empty means in all. */
export interface Views {
  readonly include: readonly string[];
  readonly exclude: readonly string[];
}

/** A condition with a text that holds where it is true, or always. */
export interface Conditional {
  readonly condition: string | null;
  readonly text: string;
  readonly views: Views;
  /** It is passed over where it cannot be evaluated. */
  readonly optional: boolean;
}

/** A function of a type's own, `Name(parameters)`, in C++. */
export interface Intrinsic {
  readonly name: string;
  readonly parameters: readonly string[];
  readonly text: string;
}

/** What `CustomListItems` do, one after the other. */
export type CustomStatement =
  | { readonly kind: 'exec'; readonly condition: string | null; readonly text: string }
  | { readonly kind: 'item'; readonly condition: string | null; readonly name: string | null; readonly text: string }
  | { readonly kind: 'break'; readonly condition: string | null }
  | { readonly kind: 'loop'; readonly condition: string | null; readonly body: readonly CustomStatement[] }
  | {
      readonly kind: 'if';
      /** The arm without a condition is the last. */
      readonly arms: readonly { readonly condition: string | null; readonly body: readonly CustomStatement[] }[];
    };

interface Common {
  readonly condition: string | null;
  readonly views: Views;
}

export interface ListExpansion extends Common {
  readonly kind: 'list' | 'tree';
  readonly size: readonly Conditional[];
  readonly head: string;
  /** NextPointer; of trees LeftPointer and RightPointer. */
  readonly next: readonly string[];
  readonly value: Conditional;
  /** `Name` of the ValueNode, with expressions in braces; null for none. */
  readonly valueName: string | null;
}

export interface ArrayExpansion extends Common {
  readonly kind: 'array';
  /** Of each rank with `$i`. */
  readonly size: readonly Conditional[];
  /** Number of dimensions; null for one. */
  readonly rank: string | null;
  readonly lower: string | null;
  /** `Forward` (the last dimension varies fastest, the default) or `Backward`. */
  readonly direction: string | null;
  readonly value: readonly Conditional[];
}

export interface CustomExpansion extends Common {
  readonly kind: 'custom';
  readonly size: readonly Conditional[];
  readonly variables: readonly { readonly name: string; readonly text: string }[];
  readonly body: readonly CustomStatement[];
}

/** One node of `<Expand>`; texts are C++ expressions over the object. */
export type Expansion =
  | ({
      readonly kind: 'item';
      readonly name: string;
      readonly text: string;
      /** It is not there where it cannot be evaluated. */
      readonly optional: boolean;
    } & Common)
  | ({
      readonly kind: 'synthetic';
      readonly name: string;
      readonly display: readonly Conditional[];
      readonly expand: readonly Expansion[];
    } & Common)
  | ({ readonly kind: 'expanded'; readonly text: string } & Common)
  | ({
      readonly kind: 'index-list';
      readonly size: readonly Conditional[];
      /** With `$i`. */
      readonly value: readonly Conditional[];
    } & Common)
  | ArrayExpansion
  | ListExpansion
  | CustomExpansion;

/** How the objects of one type are shown. */
export interface Visualizer {
  /** The type's name as written, with `*` for template arguments. */
  readonly name: string;
  readonly priority: number;
  /** Whether it serves derived types too. */
  readonly inheritable: boolean;
  readonly views: Views;
  readonly display: readonly Conditional[];
  readonly stringView: readonly Conditional[];
  /** The pointer that the type wraps; null for none. */
  readonly pointer: string | null;
  readonly expand: readonly Expansion[];
  readonly isExpanded: boolean;
  readonly hidesRaw: boolean;
  readonly intrinsics: readonly Intrinsic[];
}

export interface NatvisFile {
  readonly path: string;
  readonly visualizers: readonly Visualizer[];
  /** What the file has that is not understood here, each once. */
  readonly ignored: readonly string[];
}
