/**
 * Functions by which code ends its own process because of what it found: of the C and C++ run-times of Microsoft, GNU
 * and LLVM (whose C++ names symbols may keep decorated), of ntdll, Application Verifier, WIL and Chromium.
 */
const SELF_ENDING =
  /^(_*(abort|assert|wassert|purecall|terminate|CrtDbgReport\w*|CrtDbgBreak|fastfail|wassert_\w+|common_assert\w*|common_crt_assert\w*|cxa_pure_virtual|cxa_call_unexpected|clang_call_terminate)|std::terminate|_ZSt9terminatev|_ZN10__cxxabiv111__terminateEPFvvE|_ZN9__gnu_cxx27__verbose_terminate_handlerEv|__cxxabiv1::__terminate|__gnu_cxx::__verbose_terminate_handler|RaiseFailFastException|RtlFailFast2?|RtlAssert|FatalAppExit[AW]?|FatalExit|VerifierStopMessage\w*|AVrfpVerifierStop\w*|RtlApplicationVerifierStop|wil::details::(ReportFailure\w*|WilFailFast)|(logging::)?LogMessage::~LogMessage|base::ImmediateCrash|v8::base::OS::Abort|V8_Fatal)$/;

/** Whether a function's only purpose is to end the process it runs in. */
export function isSelfEnding(name: string | null): boolean {
  return name !== null && SELF_ENDING.test(name);
}
