//! What may be asked of the function of step 09. The general part makes the questions.

use crate::protocol::{Call, Layout, Value};
use crate::steps::domains::reals::{DRAWN, array, call, scalar};
use crate::steps::domains::{
    Axis, Class, Draw, LAYOUTS, OWNED, Pick, SIZES, SPACE, Space, axis, class, named,
};
use crate::steps::step_03::domains::USUAL_EPS;

/// Views whose entries are their own. Through a broadcast all channels are alike, and a normalization makes as much of their
/// rounding as of them.
const VIEWS: &[Class] = &[LAYOUTS[0], LAYOUTS[1], LAYOUTS[3], LAYOUTS[4]];

/// Some are long enough to tell code that has room for fewer.
const TOKENS: &[Class] = &[
    SIZES[0],
    SIZES[1],
    SIZES[2],
    SIZES[3],
    SIZES[4],
    SIZES[5],
    SIZES[6],
    class("hundreds", &[], |d| d.size(200, 230)),
];

/// Widths of a head, and heads. The whole is dear.
pub(in crate::steps) const FEW: &[Class] = &[
    class("2", &[Pick::Size(2)], |_| Some(Pick::Size(2))),
    class("3 to 4", &[Pick::Size(3)], |d| d.size(3, 4)),
    class("1", &[Pick::Size(1)], |_| Some(Pick::Size(1))),
    class("5 to 7", &[], |d| d.size(5, 7)),
];

/// What stands in a row. Rows whose channels are all alike are left out for the same reason as broadcasts.
const TOKEN: &[Class] = &[
    named("fractions", &[Pick::Name("fractions")]),
    named("quarters", &[]),
    named("whole numbers", &[]),
    named("zero", &[]),
    named("one far out", &[]),
];

/// What stands in a weight or a bias.
pub(in crate::steps) const LEARNED: &[Class] = &[
    named("fractions", &[Pick::Name("fractions")]),
    named("quarters", &[]),
    named("above zero", &[]),
    named("zero", &[]),
];

/// The hidden units of the network.
pub(in crate::steps) const HIDDEN: Axis = axis(
    "hidden",
    &[
        named("four times as many", &[Pick::Name("four times as many")]),
        named("one", &[]),
        named("one more than channels", &[]),
    ],
);

/// What does not fit.
const FIT: Axis = axis(
    "fit",
    &[
        named("x is too wide", &[Pick::Name("x is too wide")]),
        class("x is too narrow", &[], narrower),
        named("ln_1 is longer", &[]),
        named("ln_2 is longer", &[Pick::Name("ln_2 is longer")]),
        named("attn takes more", &[]),
        named("attn returns more", &[Pick::Name("attn returns more")]),
        class("attn returns one", &[], narrower),
        named("mlp takes more", &[]),
        named("mlp returns more", &[Pick::Name("mlp returns more")]),
        class("mlp returns one", &[], narrower),
        class("heads do not divide", &[], |d| {
            let [width, heads] = [1, 2].map(|place| d.earlier[place].size());
            (!(width * heads).is_multiple_of(heads + 1)).then_some(Pick::Name(d.class))
        }),
    ],
);

/// Less than there are, where there are several.
fn narrower(d: &mut Draw<'_>) -> Option<Pick> {
    (d.earlier[1].size() * d.earlier[2].size() > 1).then_some(Pick::Name(d.class))
}

/// The sizes that plain questions have: tokens, width, heads.
const PLAIN: [[u64; 3]; 6] = [
    [3, 2, 2],
    [4, 3, 2],
    [3, 3, 1],
    [1, 2, 2],
    [2, 2, 1],
    [0, 2, 2],
];

/// The axes of everything that is asked, before what does not fit.
macro_rules! of_blocks {
    ($($more:expr)?) => {
        &[
            axis("tokens", TOKENS),
            axis("width", FEW),
            axis("heads", FEW),
            axis("layout", VIEWS),
            DRAWN,
            axis("content", TOKEN),
            axis("weights", LEARNED),
            axis("biases", LEARNED),
            axis("lies", OWNED),
            HIDDEN,
            USUAL_EPS,
            $($more)?
        ]
    };
}

pub(super) const FORWARD: &[Space] = &[
    Space {
        name: "the block",
        axes: of_blocks!(),
        plain: |row| begins(row, &PLAIN),
        call: |_, picks| block(picks, ""),
        // A product of all channels with all of them, several times, and of all tokens with each other.
        entries: |picks| {
            let [tokens, width, heads] = [0, 1, 2].map(|place| picks[place].size());
            let channels = width * heads;
            tokens * channels * (1 + channels / 2 + tokens / 32)
        },
        budget: 20_000,
        ..OF_BLOCKS
    },
    Space {
        name: "parts that do not fit",
        axes: of_blocks!(FIT),
        plain: |row| begins(row, &PLAIN[..1]),
        call: |_, picks| block(picks, picks[11].name()),
        entries: |picks| picks[0].size(),
        budget: 1_500,
        ..OF_BLOCKS
    },
];

const OF_BLOCKS: Space = Space {
    dtypes: false,
    ..SPACE
};

fn begins(row: &[Pick], plain: &[[u64; 3]]) -> bool {
    let sizes: Vec<u64> = row.iter().take(3).map(|pick| pick.size()).collect();
    plain.iter().any(|plain| plain.starts_with(&sizes))
}

/// A block, of which one part may not fit, and what it is asked about.
fn block(picks: &[Pick], fit: &str) -> Call {
    let [tokens, width, heads, _, seed] = [0, 1, 2, 3, 4].map(|place| picks[place].size());
    let channels = width * heads;
    let mut made = Made {
        channels,
        heads,
        hidden: hidden(picks[9].name(), channels),
        lies: picks[8].layout(),
        weights: picks[6].name(),
        biases: picks[7].name(),
        eps: picks[10].number(),
        seed: 32 * seed,
    };
    let block = made.block(fit);
    let columns = match fit {
        "x is too narrow" => channels - 1,
        "x is too wide" => channels + 1,
        _ => channels,
    };
    let x = array(
        &[tokens, columns],
        picks[3].layout(),
        picks[5].name(),
        made.next(),
    );
    call("Block::forward", vec![block, x])
}

/// So many hidden units.
pub(in crate::steps) fn hidden(which: &str, channels: u64) -> u64 {
    match which {
        "one" => 1,
        "one more than channels" => channels + 1,
        _ => 4 * channels,
    }
}

/// What blocks are made of.
pub(in crate::steps) struct Made {
    pub channels: u64,
    pub heads: u64,
    pub hidden: u64,
    /// How weights lie in memory.
    pub lies: Layout,
    pub weights: &'static str,
    pub biases: &'static str,
    pub eps: f64,
    /// What was drawn last.
    pub seed: u64,
}

impl Made {
    /// Another seed.
    pub fn next(&mut self) -> u64 {
        self.seed += 1;
        self.seed
    }

    fn drawn(&mut self, sides: &[u64], lies: Layout, content: &str) -> Value {
        array(sides, lies, content, self.next())
    }

    /// A normalization.
    pub fn norm(&mut self, length: u64) -> Value {
        let weight = self.drawn(&[length], Layout::Rows, self.weights);
        let bias = self.drawn(&[length], Layout::Rows, self.biases);
        Value::Record(vec![weight, bias, scalar(self.eps)])
    }

    fn layer(&mut self, inputs: u64, outputs: u64) -> Value {
        let weight = self.drawn(&[inputs, outputs], self.lies, self.weights);
        let bias = self.drawn(&[outputs], Layout::Rows, self.biases);
        Value::Record(vec![weight, bias])
    }

    /// A block, of which one part may not fit.
    pub fn block(&mut self, fit: &str) -> Value {
        let (channels, heads) = (self.channels, self.heads);
        let more = |which: &str| channels + u64::from(fit == which);
        let returned = |more_in: &str, one_in: &str| match fit == one_in {
            true => 1,
            false => more(more_in),
        };
        let ln_1 = self.norm(more("ln_1 is longer"));
        let ln_2 = self.norm(more("ln_2 is longer"));
        let c_attn = self.layer(more("attn takes more"), 3 * channels);
        let c_proj = self.layer(channels, returned("attn returns more", "attn returns one"));
        let n_head = Value::Size(heads + u64::from(fit == "heads do not divide"));
        let attn = Value::Record(vec![c_attn, c_proj, n_head]);
        let c_fc = self.layer(more("mlp takes more"), self.hidden);
        let c_proj = self.layer(self.hidden, returned("mlp returns more", "mlp returns one"));
        let mlp = Value::Record(vec![c_fc, c_proj]);
        Value::Record(vec![ln_1, attn, ln_2, mlp])
    }
}
