import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { undecorate } from './undecorate.ts';

/** Expected text as llvm-undname 19 prints it, save where a comment says otherwise. */
const FULL: readonly (readonly [string, string])[] = [
  ['?x@@3HA', 'int x'],
  ['?x@@3PEBQEBHEB', 'int const *const *x'],
  ['?x@@3P6AHH@ZA', 'int (__cdecl *x)(int)'],
  ['?x@@3QEAY01HEA', 'int (*const x)[2]'],
  ['??_GFoo@@UAEPAXI@Z', "public: virtual void * __thiscall Foo::`scalar deleting dtor'(unsigned int)"],
  ['??_9Base@@$B7AA', "[thunk]: __cdecl Base::`vcall'{8, {flat}}"],
  [
    '??_EBase@@WBA@EAAPEAXI@Z',
    "[thunk]: public: virtual void * __cdecl Base::`vector deleting dtor'`adjustor{16}'(unsigned int)",
  ],
  ['?f@@$4PPPPPPPM@A@EAAXXZ', "[thunk]: public: virtual void __cdecl f`vtordisp{-4, 0}'(void)"],
  ['?f@@$R477PPPPPPPM@A@EAAXXZ', "[thunk]: public: virtual void __cdecl f`vtordispex{8, 8, -4, 0}'(void)"],
  ['?f@?1??g@@YAXXZ@4HA', "int `void __cdecl g(void)'::`2'::f"],
  ['?f@?1??g@@9@4HA', 'int `extern "C" g\'::`2\'::f'],
  ['??_C@_13IIFADGO@?$AAa?$AA?$AA@', 'L"a"'],
  ['??_C@_17PGFMDCEA@?$BI4?$AAa?$AA?$AA@', 'L"\\x1834a\\0"'],
  ['?f@@YAXV?$A@V?$B@H@@H@@@Z', 'void __cdecl f(class A<class B<int>, int>)'],
  ['?f@@YAXP6AHPAD@Z@Z', 'void __cdecl f(int (__cdecl *)(char *))'],
  ['?f@@YAP6AHXZXZ', 'int (__cdecl * __cdecl f(void))(void)'],
  ['?f@@YAPAY02HXZ', 'int (* __cdecl f(void))[3]'],
  ['?f@@YAXQ8A@@EAAHXZ@Z', 'void __cdecl f(int (__cdecl A::*const)(void))'],
  ['?f@@YAXPEQA@@H@Z', 'void __cdecl f(int A::*)'],
  ['??_7A@@6B@', "const A::`vftable'"],
  ['??_7A@@6BB@@@', "const A::`vftable'{for `B'}"],
  // LLVM stops at the first base; undname.exe prints the path.
  ['??_7A@@6BB@C@@D@@@', "const A::`vftable'{for `C::B's `D'}"],
  ['??_R0?AVA@@@8', "class A `RTTI Type Descriptor'"],
  ['??_R1A@?0A@EA@A@@8', "A::`RTTI Base Class Descriptor at (0, -1, 0, 64)'"],
  ['??_R4A@@6B@', "const A::`RTTI Complete Object Locator'"],
  ['.?AVfoo@@', "class foo `RTTI Type Descriptor Name'"],
  ['??@a6a285da2eea70dba6b578022be61d81@', '??@a6a285da2eea70dba6b578022be61d81@'],
  ['?f@@YAXZZ', 'void __cdecl f(...)'],
  ['?f@@YAXUA@@0ZZ', 'void __cdecl f(struct A, struct A, ...)'],
  ['?f@A@@QEGAAXX_E', 'public: void __cdecl A::f(void) noexcept &'],
  ['??__Ex@@YAXXZ', "void __cdecl `dynamic initializer for 'x''(void)"],
  ['??__E?x@A@@2HA@@YAXXZ', "void __cdecl `dynamic initializer for `public: static int A::x''(void)"],
  ['?f@@$$J0YAXXZ', 'extern "C" void __cdecl f(void)'],
  ['??_B?1??f@@YAHXZ@51', "`int __cdecl f(void)'::`2'::`local static guard'{2}"],
  ['??BA@@QEAAHXZ', 'public: int __cdecl A::operator int(void)'],
  ['??__K_x@@YAH_K@Z', 'int __cdecl operator ""_x(unsigned __int64)'],
  ['??0?$A@H@@QEAA@XZ', 'public: __cdecl A<int>::A<int>(void)'],
  ['?f@@YAXV<lambda_1>@@@Z', 'void __cdecl f(class <lambda_1>)'],
  ['?A@?A0xabc@@3HA', "int `anonymous namespace'::A"],
  ['?f@@YAXV?$A@$0?0@@@Z', 'void __cdecl f(class A<-1>)'],
  ['?f@@YAXV?$A@$1?x@@3HA@@@Z', 'void __cdecl f(class A<&int x>)'],
  ['?f@@YAXV?$A@$H?f@B@@QEAAXXZA@@@@Z', 'void __cdecl f(class A<{public: void __cdecl B::f(void), 0}>)'],
  ['?f@@YAX_Q_S_U@Z', 'void __cdecl f(char8_t, char16_t, char32_t)'],
  ['?f@@YA?AHPEIAHPEFAH@Z', 'int __cdecl f(int *__restrict, int __unaligned *)'],
  ['??__M@YAHXZ', 'int __cdecl operator<=>(void)'],
  // Beyond llvm-undname 19: `auto`, C++20 class arguments, variable templates.
  ['?f@@YA_PXZ', 'auto __cdecl f(void)'],
  ['??$ct@$2UCT@ns@@H00D0HI@@@ns@@YAXXZ', 'void __cdecl ns::ct<struct ns::CT{1, 120}>(void)'],
  ['??__E?$vs@H@ns@@YAXXZ', "void __cdecl `dynamic initializer for 'ns::vs<int>''(void)"],
];

const NAMES: readonly (readonly [string, string])[] = [
  ['?push_back@?$vector@HV?$allocator@H@std@@@std@@QEAAX$$QEAH@Z', 'std::vector<int,std::allocator<int> >::push_back'],
  ['??_GFoo@@UAEPAXI@Z', "Foo::`scalar deleting destructor'"],
  ['??1CFoo@@UEAA@XZ', 'CFoo::~CFoo'],
  ['?x@@3HA', 'x'],
  ['??_7A@@6B@', "A::`vftable'"],
  ['??_C@_13IIFADGO@?$AAa?$AA?$AA@', "`string'"],
  ['??_C@_00CNPNBAHC@@FNODOBFM@', "`string'"],
  ['__imp__ZwClose@4', '_imp__ZwClose'],
  ['__imp_CreateFileW', '_imp_CreateFileW'],
  ['__C_specific_handler', '_C_specific_handler'],
  ['_main', 'main'],
  ['KeBugCheckEx', 'KeBugCheckEx'],
  ['_ZN3foo3barEv', '_ZN3foo3barEv'],
];

describe('undecorate', () => {
  test.each(FULL)('full: %s', (name, text) => expect(undecorate(name)).toBe(text));
  test.each(NAMES)('name-only: %s', (name, text) => expect(undecorate(name, 'name-only')).toBe(text));
  test.each([
    ['_Foo@12', 'Foo'],
    ['@Foo@8', 'Foo'],
    ['Foo@@16', 'Foo'],
    ['_main', '_main'],
    ['?f@@YAXXZ.cold', 'void __cdecl f(void).cold'],
  ])('C and suffixes: %s', (name, text) => expect(undecorate(name)).toBe(text));

  test.each([
    '?',
    '??',
    '???',
    '?x',
    '?x@@3HAjunk',
    '?f@@YAX',
    '?f@@YAX0@Z',
    '??_',
    '.',
    '.?',
    '?f@@YA_ZXZ',
    '??__E?',
    '?f@@3A',
  ])('what is not a name stays as it is: %s', (name) => expect(undecorate(name)).toBe(name));

  test('a name that grows without end by back references stays as it is', () => {
    let bomb = '?f@@YAXP6AXPAX0000000000@Z';
    for (let index = 1; index < 9; index++) bomb += `P6AX${String(index).repeat(50)}@Z`;
    bomb += '@Z';
    expect(undecorate(bomb)).toBe(bomb);
    const deep = `?f@@YAX${'PEA'.repeat(5000)}H@Z`;
    expect(undecorate(deep)).toBe(deep);
    const nest = `?f@@YAX${'V?$A@'.repeat(3000)}`;
    expect(undecorate(nest)).toBe(nest);
  });

  test('never throws and stays bounded on any text', () => {
    const piece = fc.constantFrom(
      ...'?@$ABCDEFHIJKMNPQRSTUVWXYZ_0123456789'.split(''),
      '?$',
      '$$',
      '@@',
      '??_7',
      '??_C@_0',
      'P6A',
      '$1?',
      'YAXXZ',
      '?1??',
      'a',
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 80 }),
        fc.constantFrom('?', '??', '.?A', '??$f@', '?f@@YAX', ''),
        (parts, head) => {
          const name = head + parts.join('');
          expect(undecorate(name).length).toBeLessThanOrEqual(1 << 16);
          expect(typeof undecorate(name, 'name-only')).toBe('string');
        },
      ),
      { numRuns: 3000 },
    );
    fc.assert(fc.property(fc.string(), (name) => typeof undecorate(name) === 'string'));
  });
});
