//! Parameters, type parameters and lifetimes with names of the learner's own, some of them not in English.

use ndarray::{self as nd, ErrorKind as Kind, ShapeError as Fehler};
use num_traits::Float as Zahl;

pub fn mask_value<Elem: Zahl>() -> Elem {
    Elem::neg_infinity()
}

pub fn total_length(länge: usize, weitere: usize) -> Result<usize, Fehler> {
    länge
        .checked_add(weitere)
        .ok_or(Fehler::from_kind(Kind::Overflow))
}

pub fn constant<DType>(x: DType) -> nd::Array0<DType>
where
    DType: Zahl,
{
    nd::arr0(x)
}

pub fn broadcast_to<'tensor, A: Zahl>(
    scalar: &'tensor nd::Array0<A>,
    (rows, cols): (usize, usize),
) -> Result<nd::ArrayView2<'tensor, A>, Fehler> {
    scalar
        .broadcast([rows, cols])
        .ok_or(Fehler::from_kind(Kind::Overflow))
}

pub fn band_part<F: Zahl>(
    x: nd::ArrayView2<F>,
    lo: Option<usize>,
    hi: Option<usize>,
    inverted: bool,
) -> nd::Array2<F> {
    nd::Array::from_shape_fn(x.dim(), |(q, k)| {
        let inside = lo.is_none_or(|n| q <= k + n) && hi.is_none_or(|n| k <= q + n);
        if inside != inverted {
            x[[q, k]]
        } else {
            F::zero()
        }
    })
}

pub fn causal_mask<F: Zahl>(seq_len: usize, n: usize) -> Result<nd::Array2<F>, Fehler> {
    let breite = total_length(seq_len, n)?;
    let blocked = constant(mask_value());
    let maske = broadcast_to(&blocked, (seq_len, breite))?;
    Ok(band_part(maske, None, Some(0), true))
}

pub fn cached_causal_mask<F: Zahl>(new: usize, cached: usize) -> Result<nd::Array2<F>, Fehler> {
    let all = total_length(new, cached)?;
    let blocked = constant(mask_value());
    let maske = broadcast_to(&blocked, (new, all))?;
    Ok(band_part(maske, None, Some(cached), true))
}
