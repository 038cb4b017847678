"""A trained reader → the files that ship: ``reader.onnx`` (int8), ``links.npz``, ``tokenizer.json``, ``known.npz``.

    python -m training.export --encoder FOLDER --checkpoint runs/minilm/final.pt [--name default]

One thing to know: matrices are quantised to int8 per channel, word embeddings too; activations are
quantised as they come, so no calibration data is needed.
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
from pathlib import Path

import numpy as np
import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from tacitus.reader import tokens
from tacitus.reader.model import KNOWN, WEIGHTS, load
from tacitus.reader.sentences import sentences
from training.reader import Reader, opened

#: The matrices of the scorer of links: what they are called in ``links.npz`` and in :class:`Reader`.
LINKS = {
    "head_class": "head_class", "tail_class": "tail_class", "distance": "distance", "triggers": "triggers",
    "alike": "alike", "apart": "apart", "weight": "both", "deep": "deep", "out": "out",
}  # fmt: skip


def export(model: Reader, folder: Path) -> None:
    """Write the ONNX graph and the link scorer into a folder."""
    model.eval()
    example = (
        torch.randint(1000, 2000, (2, 12)),
        torch.ones(2, 12, dtype=torch.long),
        torch.ones(2, 12, dtype=torch.long),
    )
    axes = {0: "windows", 1: "pieces"}
    with tempfile.TemporaryDirectory() as scratch:
        plain = Path(scratch) / "plain.onnx"
        torch.onnx.export(
            model, example, str(plain), input_names=["ids", "case", "mask"], output_names=["scores", "vectors"],
            dynamic_axes=dict.fromkeys(("ids", "case", "mask", "scores", "vectors"), axes), opset_version=17,
            dynamo=False,
        )  # fmt: skip
        fused = Path(scratch) / "fused.onnx"
        _fuse(plain, fused, model)
        quantize_dynamic(
            fused, folder / "reader.onnx", weight_type=QuantType.QInt8, per_channel=True,
            op_types_to_quantize=["MatMul", "Gather", "Attention"], 
            extra_options={"MatMulConstBOnly": True, "DefaultTensorType": onnx.TensorProto.FLOAT},
        )  # fmt: skip
    onnx.save(_apart(onnx.load(folder / "reader.onnx")), folder / "reader.onnx")
    scorer = {mine: getattr(model, theirs) for mine, theirs in LINKS.items()}
    np.savez_compressed(
        folder / "links.npz",
        **{mine: layer.weight.detach().numpy().astype(np.float16) for mine, layer in scorer.items()},
        bias=model.both.bias.detach().numpy().astype(np.float32),
        deep_bias=model.deep.bias.detach().numpy().astype(np.float32),
    )


#: Invented; what the reader makes of it is known, and tried on the processor that it is opened on.
KNOWN_TEXT = (
    "Gunmen killed three soldiers in Kabwe on Monday, police said. The government denied that its aircraft had bombed "
    "the market in Old Town, where at least 12 civilians died and 30 were hurt."
)


def know(folder: Path) -> None:
    """Write what the exported reader in a folder makes of a text. Run it where int8 is known to add up right."""
    (folder / KNOWN).unlink(missing_ok=True)
    model = load(str(folder))
    encoding = tokens.encode(model.tokenizer, [KNOWN_TEXT])[0]
    window = tokens.windows(KNOWN_TEXT, sentences(KNOWN_TEXT), encoding, model.continues)[0]
    scores, _ = model.score(window.ids, window.case)
    np.savez_compressed(folder / KNOWN, ids=window.ids, case=window.case, scores=scores.astype(np.float16))


def _fuse(plain: Path, fused: Path, model: Reader) -> None:
    """Join what onnxruntime knows how to run as one (layer norms, GELU, attention)."""
    try:
        from onnxruntime.transformers.optimizer import optimize_model  # noqa: PLC0415 - an optional extra
    except ImportError:
        onnx.save(onnx.load(plain), fused)
        return
    heads = model.encoder.heads
    optimize_model(str(plain), "bert", num_heads=heads, hidden_size=model.encoder.width).save_model_to_file(str(fused))


def _apart(model: onnx.ModelProto) -> onnx.ModelProto:
    """The sums that a layer norm was fused with as nodes of their own: on a CPU the two take half the time of the one.

    The reader tells onnxruntime not to join them again.
    """
    nodes: list[onnx.NodeProto] = []
    for node in model.graph.node:
        if node.op_type != "SkipLayerNormalization":
            nodes.append(node)
            continue
        summed, skipped, weight, bias, *added = node.input
        for n, more in enumerate((skipped, *added)):
            total = f"{node.output[0]}_sum{n}"
            nodes.append(onnx.helper.make_node("Add", [summed, more], [total]))
            summed = total
        epsilon = next(a.f for a in node.attribute if a.name == "epsilon")
        inputs = [summed, weight, bias]
        nodes.append(onnx.helper.make_node("LayerNormalization", inputs, [node.output[0]], axis=-1, epsilon=epsilon))
    del model.graph.node[:]
    model.graph.node.extend(nodes)
    return model


def main() -> None:
    """Read the arguments and export."""
    parse = argparse.ArgumentParser(description="Export a trained reader.")
    parse.add_argument("--encoder", type=Path, required=True)
    parse.add_argument("--layers", type=int)
    parse.add_argument("--checkpoint", type=Path, required=True)
    parse.add_argument("--name", default="default", help="the reader's name, or a folder to write to")
    args = parse.parse_args()
    out = Path(args.name) if "/" in args.name else WEIGHTS / args.name
    out.mkdir(parents=True, exist_ok=True)
    export(opened(args.encoder, args.layers, args.checkpoint), out)
    shutil.copy(args.encoder / "tokenizer.json", out / "tokenizer.json")
    know(out)


if __name__ == "__main__":
    main()
