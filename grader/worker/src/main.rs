//! The worker: the only program that runs together with a learner's code. It makes the calls that the grader asks
//! for and sends back what they gave. It knows no expected value, so there is nothing here to steal or to forge.

#[cfg(feature = "step_02")]
mod step_02;

/// Runs `$body` with `$T` standing for the element type that `$dtype` names.
#[macro_export]
macro_rules! by_dtype {
    ($dtype:expr, $T:ident => $body:expr) => {
        match $dtype {
            runtime::Dtype::F16 => {
                type $T = half::f16;
                $body
            }
            runtime::Dtype::Bf16 => {
                type $T = half::bf16;
                $body
            }
            runtime::Dtype::F32 => {
                type $T = f32;
                $body
            }
            runtime::Dtype::F64 => {
                type $T = f64;
                $body
            }
        }
    };
}

fn main() {
    runtime::serve(|call| {
        #[cfg(feature = "step_02")]
        return step_02::answer(call);
        #[cfg(not(feature = "step_02"))]
        None
    });
}
