//! The figures of step 10. All numbers come from the `solutions` crate, and those that training has made from the model that
//! comes with the course.

use ndarray::{Array1, Array2, Axis, ShapeError, stack};
use solutions::step_01::Gpt2Config;
use solutions::step_06::embed;

use super::grid::{Grid, grouped};
use super::shipped::shipped;
use super::svg::draw;
use super::{Figure, Own};

/// What the page of step 10 shows.
pub(super) const OWN: Own = Own::figures(FIGURES);

const FIGURES: &[(&str, Figure)] = &[("parts", parts), ("sizes", sizes)];

/// The text whose tokens are followed through the model.
const TEXT: &str = "It is a truth";

/// How large the model of the course is.
fn small() -> Gpt2Config {
    let model = &shipped().model.transformer;
    Gpt2Config {
        vocab_size: model.wte.weight.nrows(),
        n_positions: model.wpe.weight.nrows(),
        n_embd: model.wte.weight.ncols(),
        n_layer: model.h.len(),
        n_head: model.h.first().map_or(1, |block| block.attn.n_head),
        ..Gpt2Config::gpt2()
    }
}

/// Where the numbers of both models are.
fn parts() -> Result<String, ShapeError> {
    let counted = [Gpt2Config::gpt2(), small()].map(|config| {
        let tables = (config.vocab_size + config.n_positions) * config.n_embd;
        let norm = 2 * config.n_embd;
        let all = config.num_parameters();
        let shape = format!("(tokens, {})", config.n_embd);
        (
            config.n_layer,
            shape,
            [tables, all - tables - norm, norm, all],
        )
    });
    let [(gpt2_blocks, gpt2_shape, gpt2), (blocks, shape, numbers)] = counted;
    let names = [
        "`wte`, `wpe`: the tables".to_owned(),
        format!("`h`: {gpt2_blocks} blocks, {blocks} in the small model"),
        "`ln_f`: the last normalization".to_owned(),
    ];
    let mut text =
        String::from("| part | numbers in GPT-2 | in the small model |\n|---|--:|--:|\n");
    for (name, (gpt2, small)) in names.iter().zip(gpt2.iter().zip(numbers)) {
        text.push_str(&format!(
            "| {name} | {} | {} |\n",
            grouped(*gpt2),
            grouped(small)
        ));
    }
    text.push_str(&format!(
        "| all | {} | {} |\n",
        grouped(gpt2[3]),
        grouped(numbers[3])
    ));
    text.push_str(&format!(
        "| what goes from part to part | {gpt2_shape} | {shape} |\n"
    ));
    Ok(text)
}

/// The size of every row: the root of the mean of its squares.
fn size(rows: &Array2<f32>) -> Array1<f32> {
    rows.map_axis(Axis(1), |row| (row.dot(&row) / row.len() as f32).sqrt())
}

/// The sizes of the rows as they come from the tables, after each block, and after the last normalization.
fn all_sizes(ids: &[usize]) -> Result<Vec<Array1<f32>>, ShapeError> {
    let model = &shipped().model.transformer;
    let mut x = embed(&model.wte, &model.wpe, ids, 0)?;
    let mut sizes = vec![size(&x)];
    for block in &model.h {
        x = block.forward(x.view())?;
        sizes.push(size(&x));
    }
    sizes.push(size(&model.forward(ids)?));
    Ok(sizes)
}

/// How the stream grows.
fn sizes() -> Result<String, ShapeError> {
    let shipped = shipped();
    let ids = shipped.ids(TEXT);
    let sizes = all_sizes(&ids)?;
    let views: Vec<_> = sizes.iter().map(|sizes| sizes.view()).collect();
    let last = sizes.len() - 1;
    let columns = (0..last).map(|blocks| blocks.to_string());
    let caption = "the size of each token's row after 0 to 4 blocks and after ln_f";
    let grid = Grid::new(caption, &stack(Axis(1), &views)?, 1);
    Ok(draw(&[grid
        .rows(ids.iter().map(|id| shipped.name(*id)))
        .columns(columns.chain(["ln_f".to_owned()]))
        .shaded(|_, column| column == last)]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_parts_are_the_whole() -> Result<(), ShapeError> {
        assert_eq!(small().num_parameters(), 957_184);
        let parts = parts()?;
        assert!(parts.contains("| all | 124,439,808 | 957,184 |"), "{parts}");
        assert!(parts.contains("| 85,054,464 | 793,088 |"), "{parts}");
        Ok(())
    }

    #[test]
    fn the_stream_grows_and_the_last_normalization_makes_its_rows_alike() -> Result<(), ShapeError>
    {
        let sizes = all_sizes(&shipped().ids(TEXT))?;
        let range = |sizes: &Array1<f32>| {
            let least = sizes.fold(f32::INFINITY, |least, size| least.min(*size));
            (least, sizes.fold(0.0_f32, |most, size| most.max(*size)))
        };
        let [(_, tables), (first, _)] = [&sizes[0], &sizes[1]].map(range);
        assert!(first > 15.0 * tables, "{first} beside {tables}");
        let [(least, most), (least_normal, most_normal)] = [&sizes[4], &sizes[5]].map(range);
        assert!(most > 1.8 * least, "{least} to {most}");
        assert!(
            most_normal < 1.2 * least_normal,
            "{least_normal} to {most_normal}"
        );
        Ok(())
    }
}
