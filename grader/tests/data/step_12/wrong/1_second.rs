// task 1: the second largest
let mut order: Vec<usize> = (0..logits.len()).collect();
order.sort_by(|a, b| logits[*b].total_cmp(&logits[*a]));
order[1.min(order.len() - 1)]
