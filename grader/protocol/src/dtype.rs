//! The element types of the course, and all that the grader knows of them.

/// An element type.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Dtype {
    /// IEEE 754 binary16.
    F16,
    /// The upper half of an `f32`.
    Bf16,
    /// Single precision.
    F32,
    /// Double precision.
    F64,
}

impl Dtype {
    /// All of them, from narrow to wide.
    pub const ALL: [Self; 4] = [Self::F16, Self::Bf16, Self::F32, Self::F64];

    /// Its name in Rust.
    pub const fn name(self) -> &'static str {
        match self {
            Self::F16 => "f16",
            Self::Bf16 => "bf16",
            Self::F32 => "f32",
            Self::F64 => "f64",
        }
    }

    /// The dtype of this name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|dtype| dtype.name() == name)
    }

    /// How many bytes a number takes.
    pub const fn bytes(self) -> usize {
        match self {
            Self::F16 | Self::Bf16 => 2,
            Self::F32 => 4,
            Self::F64 => 8,
        }
    }

    /// The number that these bits are in this dtype.
    pub fn from_bits(self, bits: u64) -> f64 {
        match self {
            Self::F64 => f64::from_bits(bits),
            Self::F32 => f32::from_bits(bits as u32).into(),
            Self::Bf16 => f32::from_bits((bits as u32) << 16).into(),
            Self::F16 => {
                let (exponent, digits) = (bits >> 10 & 0x1F, (bits & 0x3FF) as f64);
                let magnitude = match exponent {
                    0 => digits * self.smallest(),
                    0x1F if digits == 0.0 => f64::INFINITY,
                    0x1F => f64::NAN,
                    _ => (1024.0 + digits) * power_of_two(exponent as i32 - 25),
                };
                magnitude.copysign(if bits >> 15 & 1 == 1 { -1.0 } else { 1.0 })
            }
        }
    }

    /// The place of the first of these numbers that is NaN or infinite. Bytes behind the last whole number are left out.
    pub fn first_not_finite(self, bytes: &[u8]) -> Option<usize> {
        // All bits of the exponent are set in such a number, and in no other.
        match self {
            Self::F16 => first_with(bytes, |bits| u16::from_le_bytes(bits) & 0x7C00 == 0x7C00),
            Self::Bf16 => first_with(bytes, |bits| u16::from_le_bytes(bits) & 0x7F80 == 0x7F80),
            Self::F32 => first_with(bytes, |bits| !f32::from_le_bytes(bits).is_finite()),
            Self::F64 => first_with(bytes, |bits| !f64::from_le_bytes(bits).is_finite()),
        }
    }

    /// How many binary digits a number has, the first one included.
    pub const fn digits(self) -> i32 {
        match self {
            Self::F16 => 11,
            Self::Bf16 => 8,
            Self::F32 => 24,
            Self::F64 => 53,
        }
    }

    /// The exponent of 2 of the smallest number above 0.
    const fn least_exponent(self) -> i32 {
        match self {
            Self::F16 => -24,
            Self::Bf16 => -133,
            Self::F32 => -149,
            Self::F64 => -1074,
        }
    }

    /// The largest finite number.
    pub const fn largest(self) -> f64 {
        match self {
            Self::F16 => 65504.0,
            Self::Bf16 => f32::from_bits(0x7F7F_0000) as f64,
            Self::F32 => f32::MAX as f64,
            Self::F64 => f64::MAX,
        }
    }

    /// The smallest number above 0.
    pub fn smallest(self) -> f64 {
        power_of_two(self.least_exponent())
    }

    /// The smallest number above 0 that has all digits.
    pub fn smallest_normal(self) -> f64 {
        power_of_two(self.least_exponent() + self.digits() - 1)
    }

    /// The distance from 1 to the next number.
    pub fn epsilon(self) -> f64 {
        power_of_two(1 - self.digits())
    }

    /// The distance between two numbers of this dtype that are near `number`: the unit in its last place.
    pub fn ulp(self, number: f64) -> f64 {
        let exponent = (number.to_bits() >> 52 & 0x7FF) as i32 - 1023;
        power_of_two((exponent + 1 - self.digits()).max(self.least_exponent()))
    }

    /// The number of this dtype that is nearest to `number`; of two that are, the even one.
    pub fn round(self, number: f64) -> f64 {
        if self == Self::F64 || number == 0.0 || !number.is_finite() {
            return number;
        }
        let unit = self.ulp(number);
        let rounded = (number / unit).round_ties_even() * unit;
        if rounded.abs() > self.largest() {
            f64::INFINITY.copysign(number)
        } else {
            rounded
        }
    }
}

/// The place of the first run of `N` bytes for which this holds.
fn first_with<const N: usize>(bytes: &[u8], holds: fn([u8; N]) -> bool) -> Option<usize> {
    bytes.as_chunks().0.iter().position(|bits| holds(*bits))
}

/// 2 to this power. `powi` is not exact below the normal numbers.
fn power_of_two(exponent: i32) -> f64 {
    if exponent >= -1022 {
        f64::from_bits(((exponent + 1023) as u64) << 52)
    } else {
        f64::from_bits(1 << (exponent + 1074))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_rounded_as_the_dtypes_do() {
        let below = f64::NEG_INFINITY;
        // What the crate half makes of them.
        for (dtype, number, rounded) in [
            (Dtype::Bf16, -1e9, -998_244_352.0),
            (Dtype::Bf16, -1e4, -9984.0),
            (Dtype::Bf16, -1e5, -99_840.0),
            (Dtype::Bf16, -65504.0, -65536.0),
            (Dtype::Bf16, 257.0, 256.0),
            (Dtype::Bf16, 259.0, 260.0),
            (Dtype::Bf16, f64::from(f32::MIN), below),
            (Dtype::F16, -1e4, -1e4),
            (Dtype::F16, -1e5, below),
            (Dtype::F16, -1e9, below),
            (Dtype::F16, -1e-9, 0.0),
            (Dtype::F16, 6e-8, 2f64.powi(-24)),
            (Dtype::F32, -1e-9, f64::from(-1e-9_f32)),
            (Dtype::F32, f64::MIN, below),
            (Dtype::F64, -1e-9, -1e-9),
        ] {
            assert_eq!(dtype.round(number), rounded, "{number} in {dtype:?}");
        }
        for count in 1..1000 {
            let number = 1.0 / f64::from(count);
            assert_eq!(Dtype::F32.round(number), f64::from(number as f32));
        }
    }

    #[test]
    fn numbers_are_read_from_their_bits() {
        for (bits, number) in [
            (0x3C00, 1.0),
            (0xC000, -2.0),
            (0x7BFF, Dtype::F16.largest()),
            (0x0001, Dtype::F16.smallest()),
            (0x0400, Dtype::F16.smallest_normal()),
            (0xFC00, f64::NEG_INFINITY),
            (0x3555, 0.333_251_953_125),
        ] {
            assert_eq!(Dtype::F16.from_bits(bits), number, "{bits:x}");
        }
        assert!(Dtype::F16.from_bits(0x7E00).is_nan());
        assert_eq!(Dtype::Bf16.from_bits(0xBF80), -1.0);
        assert_eq!(Dtype::F32.from_bits(0x3F80_0000), 1.0);
        assert_eq!(Dtype::F64.from_bits(0x3FF0 << 48), 1.0);
    }

    #[test]
    fn the_first_number_that_is_not_finite_is_found() {
        for dtype in Dtype::ALL {
            // The exponent of 1 differs from that of infinity in one bit or more.
            let (one, infinity, nan) = match dtype {
                Dtype::F16 => (0x3C00, 0xFC00, 0x7C01),
                Dtype::Bf16 => (0x3F80, 0xFF80, 0x7F81),
                Dtype::F32 => (0x3F80_0000, 0xFF80_0000, 0x7F80_0001),
                Dtype::F64 => (0x3FF0 << 48, 0xFFF0 << 48, 0x7FF0 << 48 | 1),
            };
            let bytes = |numbers: &[u64]| -> Vec<u8> {
                let bytes = |bits: &u64| bits.to_le_bytes().into_iter().take(dtype.bytes());
                numbers.iter().flat_map(bytes).collect()
            };
            for odd in [infinity, nan] {
                let found = dtype.first_not_finite(&bytes(&[one, one, odd, odd]));
                assert_eq!(found, Some(2), "{dtype:?}");
            }
            // The largest number and 0.
            let finite = bytes(&[one, infinity - 1, 0]);
            assert_eq!(dtype.first_not_finite(&finite), None, "{dtype:?}");
            assert_eq!(dtype.first_not_finite(&[]), None);
        }
    }

    #[test]
    fn the_units_are_those_of_the_types_themselves() {
        assert_eq!(Dtype::F32.epsilon(), f64::from(f32::EPSILON));
        assert_eq!(Dtype::F64.epsilon(), f64::EPSILON);
        assert_eq!(Dtype::F32.smallest_normal(), f64::from(f32::MIN_POSITIVE));
        assert_eq!(Dtype::F64.smallest_normal(), f64::MIN_POSITIVE);
        assert_eq!(Dtype::F32.smallest(), f64::from(f32::from_bits(1)));
        assert_eq!(Dtype::F64.smallest(), f64::from_bits(1));
        for dtype in Dtype::ALL {
            assert_eq!(dtype.ulp(1.0), dtype.epsilon());
            assert_eq!(dtype.ulp(-1.5), dtype.epsilon());
            assert_eq!(Dtype::parse(dtype.name()), Some(dtype));
        }
    }
}
